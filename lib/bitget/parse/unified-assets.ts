import { isRecord } from '../../domain/core/guards.ts';
import { ok, type Result } from '../../domain/core/result.ts';
import { plain } from '../../domain/core/sanitize.ts';
import {
  figuresOf,
  UNIFIED_FIGURES,
  type UnifiedAsset,
  type UnifiedMargin,
} from '../../domain/margin/margin-account.ts';
import { amount } from '../../domain/money/amount.ts';
import { unreadable } from '../http/unreadable.ts';

const MOST_ASSETS = 1000;

/** `data` of `/api/v3/account/assets`: the one pool of a unified account, in US dollars, and the coins in it. */
export function parseAssets(data: unknown): Result<readonly [UnifiedMargin]> {
  if (!isRecord(data)) return unreadable('data');
  const figures = figuresOf(UNIFIED_FIGURES, (name) => amount(data[name]));
  return ok([{ product: 'UNIFIED', coin: 'USD', figures, assets: assetsOf(data.assets) }]);
}

function assetsOf(list: unknown): UnifiedAsset[] {
  if (!Array.isArray(list)) return [];
  return list
    .slice(0, MOST_ASSETS)
    .filter(isRecord)
    .map((row) => ({
      coin: plain(row.coin) || '?',
      equity: amount(row.equity),
      usdValue: amount(row.usdValue),
      balance: amount(row.balance),
      available: amount(row.available),
      debt: amount(row.debt),
      locked: amount(row.locked),
    }));
}
