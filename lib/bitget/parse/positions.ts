import { isRecord } from '../../domain/core/guards.ts';
import { ok, type Result } from '../../domain/core/result.ts';
import { plain } from '../../domain/core/sanitize.ts';
import type { MarginMode, Position, Side } from '../../domain/margin/position.ts';
import { type Amount, amount, isZero } from '../../domain/money/amount.ts';
import { unreadable } from '../http/unreadable.ts';

const MOST_POSITIONS = 1000;
const ABSENT: Amount = { raw: null };

/** The rows of `/api/v2/mix/position/all-position`, those without a size left out; null when nothing is held. */
export function parseClassicPositions(data: unknown): Result<readonly Position[]> {
  return read(data === null ? [] : data, (row) => ({
    ...common(row),
    side: sideOf(row.holdSide),
    entry: amount(row.openPriceAvg),
    pnl: amount(row.unrealizedPL),
    margin: amount(row.marginSize),
    maintenance: amount(row.keepMarginRate),
    ratio: amount(row.marginRatio ?? ''),
  }));
}

/** The `list` of `/api/v3/position/current-position`, it or all of `data` null when nothing is held. Its `mmr` is a rate; a ratio of its own is not sent. */
export function parseUnifiedPositions(data: unknown): Result<readonly Position[]> {
  if (data === null) return ok([]);
  if (!isRecord(data)) return unreadable('data');
  return read(data.list ?? [], (row) => ({
    ...common(row),
    side: sideOf(row.posSide),
    entry: amount(row.avgPrice),
    pnl: amount(row.unrealisedPnl),
    margin: amount(row.positionBalance),
    maintenance: amount(row.mmr),
    ratio: ABSENT,
  }));
}

type Row = Readonly<Record<string, unknown>>;

function read(list: unknown, position: (row: Row) => Position): Result<readonly Position[]> {
  if (!Array.isArray(list) || list.length > MOST_POSITIONS) return unreadable('positions');
  if (!list.every(isRecord)) return unreadable('positions');
  return ok(list.map(position).filter(({ size }) => !isZero(size)));
}

function common(row: Row) {
  return {
    symbol: plain(row.symbol) || '?',
    coin: plain(row.marginCoin) || '?',
    mode: modeOf(row.marginMode),
    size: amount(row.total),
    leverage: amount(row.leverage),
    mark: amount(row.markPrice),
    liquidation: amount(row.liquidationPrice),
    breakEven: amount(row.breakEvenPrice),
  };
}

function sideOf(value: unknown): Side {
  return value === 'long' || value === 'short' ? value : 'unknown';
}

function modeOf(value: unknown): MarginMode {
  return value === 'isolated' || value === 'crossed' ? value : 'unknown';
}
