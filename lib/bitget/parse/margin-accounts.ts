import type { ProductType } from '../../domain/account/product-type.ts';
import { isRecord } from '../../domain/core/guards.ts';
import { ok, type Result } from '../../domain/core/result.ts';
import { plain } from '../../domain/core/sanitize.ts';
import {
  type Asset,
  type AssetMode,
  type ClassicMargin,
  FIGURES,
  figuresOf,
} from '../../domain/margin/margin-account.ts';
import { amount } from '../../domain/money/amount.ts';
import { unreadable } from '../http/unreadable.ts';

/** Far more than there are margin coins, and few enough to be drawn at once. */
const MOST_ROWS = 200;
/** Stands for a coin's name that cannot be read; what the row says of risk still counts. */
const NAMELESS = '?';

/**
 * The rows of `/api/v2/mix/account/accounts`. A field that cannot be read is unknown and stops
 * nothing beside it; fields that are not known of are passed over; an answer that is no list of
 * rows is unreadable as a whole.
 */
export function parseAccounts(data: unknown, product: ProductType): Result<readonly ClassicMargin[]> {
  // Bitget sends null for an empty list.
  if (data === null) return ok([]);
  if (!Array.isArray(data)) return unreadable('data');
  if (data.length > MOST_ROWS) return unreadable('data.length');
  const wrong = data.findIndex((row) => !isRecord(row));
  if (wrong >= 0) return unreadable(`data[${wrong}]`);
  return ok(data.filter(isRecord).map((row) => marginAccount(row, product)));
}

function marginAccount(row: Row, product: ProductType): ClassicMargin {
  return {
    product,
    coin: plain(row.marginCoin) || NAMELESS,
    assetMode: assetMode(row.assetMode),
    figures: figures(row),
    assets: assets(row.assetList),
  };
}

function figures(row: Row): ClassicMargin['figures'] {
  const read = figuresOf(FIGURES, (name) => amount(row[name]));
  // The page's table and live answers spell it with an r, the page's own example without.
  read.unionTotalMargin = amount(row.unionTotalMargin ?? row.unionTotalMagin);
  return read;
}

function assets(list: unknown): Asset[] {
  if (!Array.isArray(list)) return [];
  return list
    .slice(0, MOST_ROWS)
    .filter(isRecord)
    .map((row) => ({ coin: plain(row.coin), balance: amount(row.balance), available: amount(row.available) }));
}

function assetMode(value: unknown): AssetMode {
  return value === 'single' || value === 'union' ? value : 'unknown';
}

type Row = Readonly<Record<string, unknown>>;
