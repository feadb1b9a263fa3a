import { isRecord } from '../../domain/core/guards.ts';
import { ok, type Result } from '../../domain/core/result.ts';
import { sanitizeText } from '../../domain/core/sanitize.ts';
import type { MarginMode, Position, Side } from '../../domain/margin/position.ts';
import { type Amount, isZero, parseAmount } from '../../domain/money/amount.ts';
import { unreadableFailure } from '../http/unreadable.ts';

const MAX_POSITIONS = 1000;
const ABSENT: Amount = { raw: null };

/** Parses the rows of `/api/v2/mix/position/all-position` and drops those of size zero. Bitget sends null for none. */
export function parseClassicPositions(data: unknown): Result<readonly Position[]> {
  return parseRows(data === null ? [] : data, (row) => ({
    ...parseCommonFields(row),
    side: parseSide(row.holdSide),
    entry: parseAmount(row.openPriceAvg),
    pnl: parseAmount(row.unrealizedPL),
    margin: parseAmount(row.marginSize),
    maintenance: parseAmount(row.keepMarginRate),
    ratio: parseAmount(row.marginRatio ?? ''),
  }));
}

/**
 * Parses the `list` of `/api/v3/position/current-position` and drops rows of size zero. Bitget sends null for `list` or
 * for `data` if there are none. Its `mmr` is a rate, and there is no ratio for a single position.
 */
export function parseUnifiedPositions(data: unknown): Result<readonly Position[]> {
  if (data === null) return ok([]);
  if (!isRecord(data)) return unreadableFailure('data');
  return parseRows(data.list ?? [], (row) => ({
    ...parseCommonFields(row),
    side: parseSide(row.posSide),
    entry: parseAmount(row.avgPrice),
    pnl: parseAmount(row.unrealisedPnl),
    margin: parseAmount(row.positionBalance),
    maintenance: parseAmount(row.mmr),
    ratio: ABSENT,
  }));
}

type Row = Readonly<Record<string, unknown>>;

function parseRows(list: unknown, parsePosition: (row: Row) => Position): Result<readonly Position[]> {
  if (!Array.isArray(list) || list.length > MAX_POSITIONS) return unreadableFailure('positions');
  if (!list.every(isRecord)) return unreadableFailure('positions');
  return ok(list.map(parsePosition).filter(({ size }) => !isZero(size)));
}

function parseCommonFields(row: Row) {
  return {
    symbol: sanitizeText(row.symbol) || '?',
    coin: sanitizeText(row.marginCoin) || '?',
    mode: parseMarginMode(row.marginMode),
    size: parseAmount(row.total),
    leverage: parseAmount(row.leverage),
    mark: parseAmount(row.markPrice),
    liquidation: parseAmount(row.liquidationPrice),
    breakEven: parseAmount(row.breakEvenPrice),
  };
}

function parseSide(value: unknown): Side {
  return value === 'long' || value === 'short' ? value : 'unknown';
}

function parseMarginMode(value: unknown): MarginMode {
  return value === 'isolated' || value === 'crossed' ? value : 'unknown';
}
