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

/** Far more than the number of margin coins, and few enough to render at once. */
const MAX_ROWS = 200;
/** Stands for an unreadable coin name, because the risk in that row still counts. */
const UNNAMED_COIN = '?';

/**
 * Parses the rows of `/api/v2/mix/account/accounts`. An unreadable field becomes unknown and does not affect the others.
 * A response that is not a list of rows is unreadable.
 */
export function parseMarginAccounts(data: unknown, product: ProductType): Result<readonly ClassicMargin[]> {
  // Bitget sends null for an empty list.
  if (data === null) return ok([]);
  if (!Array.isArray(data)) return unreadableFailure('data');
  if (data.length > MAX_ROWS) return unreadableFailure('data.length');
  const invalid = data.findIndex((row) => !isRecord(row));
  if (invalid >= 0) return unreadableFailure(`data[${invalid}]`);
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
  const figures = buildFigures(FIGURES, (name) => parseAmount(row[name]));
  // Bitget's table and live responses spell it with an r, the example on the same page without.
  figures.unionTotalMargin = parseAmount(row.unionTotalMargin ?? row.unionTotalMagin);
  return figures;
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
