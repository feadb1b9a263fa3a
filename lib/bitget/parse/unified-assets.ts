import { isRecord } from '../../domain/core/guards.ts';
import { ok, type Result } from '../../domain/core/result.ts';
import { sanitizeText } from '../../domain/core/sanitize.ts';
import {
  buildFigures,
  UNIFIED_FIGURES,
  type UnifiedAsset,
  type UnifiedMargin,
} from '../../domain/margin/margin-account.ts';
import { parseAmount } from '../../domain/money/amount.ts';
import { unreadableFailure } from '../http/unreadable.ts';

const MAX_ASSETS = 1000;

/**
 * Parses `data` of `/api/v3/account/assets`: the shared margin of a unified account in US dollars, and its coins. There
 * is no pool where Bitget sends nothing.
 */
export function parseUnifiedAssets(data: unknown): Result<readonly UnifiedMargin[]> {
  if (data === null || (typeof data === 'object' && Object.keys(data).length === 0)) return ok([]);
  if (!isRecord(data)) return unreadableFailure('data');
  const figures = buildFigures(UNIFIED_FIGURES, (name) => parseAmount(data[name]));
  return ok([{ product: 'UNIFIED', coin: 'USD', figures, assets: parseCoinAssets(data.assets) }]);
}

function parseCoinAssets(list: unknown): UnifiedAsset[] {
  if (!Array.isArray(list)) return [];
  return list
    .slice(0, MAX_ASSETS)
    .filter(isRecord)
    .map((row) => ({
      coin: sanitizeText(row.coin) || '?',
      equity: parseAmount(row.equity),
      usdValue: parseAmount(row.usdValue),
      balance: parseAmount(row.balance),
      available: parseAmount(row.available),
      debt: parseAmount(row.debt),
      locked: parseAmount(row.locked),
    }));
}
