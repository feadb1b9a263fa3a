import type { ProductType } from '../account/product-type.ts';
import { buildFigures, type ClassicMargin, FIGURES, type MarginAccount } from '../margin/margin-account.ts';
import { findUnlistedCoins } from '../margin/margin-positions.ts';
import type { Position } from '../margin/position.ts';
import type { Amount } from '../money/amount.ts';

/**
 * Builds margin accounts for isolated positions whose coin Bitget's list omits. All their other figures are unknown.
 */
export function buildUnlistedAccounts(
  known: readonly MarginAccount[],
  positions: readonly Position[],
  product: ProductType,
): ClassicMargin[] {
  const nothing: Amount = { raw: null };
  const figures = buildFigures(FIGURES, () => nothing);
  return findUnlistedCoins(known, positions).map((coin) => ({
    product,
    coin,
    assetMode: 'unknown',
    figures,
    assets: [],
  }));
}
