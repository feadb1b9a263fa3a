import type { ProductType } from '../../domain/account/product-type.ts';
import { isRecord } from '../../domain/core/guards.ts';
import { ok, type Result } from '../../domain/core/result.ts';
import { sanitizeText } from '../../domain/core/sanitize.ts';
import {
  type Asset,
  type AssetMode,
  buildFigures,
  type ClassicMargin,
  FIGURES,
} from '../../domain/margin/margin-account.ts';
import { parseAmount } from '../../domain/money/amount.ts';
import { unreadableFailure } from '../http/unreadable.ts';

/** Far more than there are margin coins, and few enough to be drawn at once. */
const MAX_ROWS = 200;
/** Stands for a coin's name that cannot be read; what the row says of risk still counts. */
const UNNAMED_COIN = '?';

/**
 * The rows of `/api/v2/mix/account/accounts`. A field that cannot be read is unknown and stops
 * nothing beside it; fields that are not known of are passed over; an answer that is no list of
 * rows is unreadable as a whole.
 */
export function parseMarginAccounts(data: unknown, product: ProductType): Result<readonly ClassicMargin[]> {
  // Bitget sends null for an empty list.
  if (data === null) return ok([]);
  if (!Array.isArray(data)) return unreadableFailure('data');
  if (data.length > MAX_ROWS) return unreadableFailure('data.length');
  const wrong = data.findIndex((row) => !isRecord(row));
  if (wrong >= 0) return unreadableFailure(`data[${wrong}]`);
  return ok(data.filter(isRecord).map((row) => parseMarginAccount(row, product)));
}

function parseMarginAccount(row: Row, product: ProductType): ClassicMargin {
  return {
    product,
    coin: sanitizeText(row.marginCoin) || UNNAMED_COIN,
    assetMode: parseAssetMode(row.assetMode),
    figures: parseFigures(row),
    assets: parseAssetList(row.assetList),
  };
}

function parseFigures(row: Row): ClassicMargin['figures'] {
  const read = buildFigures(FIGURES, (name) => parseAmount(row[name]));
  // The page's table and live answers spell it with an r, the page's own example without.
  read.unionTotalMargin = parseAmount(row.unionTotalMargin ?? row.unionTotalMagin);
  return read;
}

function parseAssetList(list: unknown): Asset[] {
  if (!Array.isArray(list)) return [];
  return list
    .slice(0, MAX_ROWS)
    .filter(isRecord)
    .map((row) => ({
      coin: sanitizeText(row.coin),
      balance: parseAmount(row.balance),
      available: parseAmount(row.available),
    }));
}

function parseAssetMode(value: unknown): AssetMode {
  return value === 'single' || value === 'union' ? value : 'unknown';
}

type Row = Readonly<Record<string, unknown>>;
