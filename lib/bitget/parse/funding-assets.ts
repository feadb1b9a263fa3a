import { isRecord } from '../../domain/core/guards.ts';
import { ok, type Result } from '../../domain/core/result.ts';
import { sanitizeText } from '../../domain/core/sanitize.ts';
import { parseAmount } from '../../domain/money/amount.ts';
import type { FundingAsset } from '../../domain/polling/funding.ts';
import { unreadableFailure } from '../http/unreadable.ts';

const MAX_ASSETS = 2000;

/**
 * Parses the rows of `/api/v3/account/funding-assets` and `/api/v2/spot/account/assets`. Their `available` excludes
 * frozen and locked funds.
 */
export function parseFundingAssets(data: unknown): Result<readonly FundingAsset[]> {
  if (!Array.isArray(data) || data.length > MAX_ASSETS || !data.every(isRecord)) return unreadableFailure('data');
  return ok(data.map((row) => ({ coin: sanitizeText(row.coin) || '?', available: parseAmount(row.available) })));
}
