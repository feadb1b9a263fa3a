import type { ProductType } from '../account/product-type.ts';
import type { Amount } from '../money/amount.ts';

/**
 * The amounts of a classic margin account, named as in Bitget's account list, in the order in which
 * they are shown. In units of the margin coin, but for `usdtEquity` and `btcEquity`; `crossedRiskRate`
 * is a fraction, 1 being liquidation.
 */
export const FIGURES = [
  'available',
  'crossedMaxAvailable',
  'isolatedMaxAvailable',
  'maxTransferOut',
  'locked',
  'accountEquity',
  'usdtEquity',
  'btcEquity',
  'unrealizedPL',
  'crossedUnrealizedPL',
  'isolatedUnrealizedPL',
  'crossedMargin',
  'isolatedMargin',
  'crossedRiskRate',
  'unionTotalMargin',
  'unionAvailable',
  'unionMm',
  'coupon',
  'grant',
] as const;

/**
 * The amounts of a unified account, named as in `/api/v3/account/assets`. In US dollars, but for those that name
 * another coin; `mgnRatio` and `positionMgnRatio` are fractions, while `mmr` and `imr` are amounts.
 */
export const UNIFIED_FIGURES = [
  'accountEquity',
  'effEquity',
  'usdtEquity',
  'btcEquity',
  'unrealisedPnl',
  'usdtUnrealisedPnl',
  'btcUnrealizedPnl',
  'mmr',
  'imr',
  'mgnRatio',
  'positionMgnRatio',
  'positionValue',
  'leverage',
  'bonus',
] as const;

export type ClassicFigure = (typeof FIGURES)[number];
export type UnifiedFigure = (typeof UNIFIED_FIGURES)[number];
export type FigureName = ClassicFigure | UnifiedFigure;

/** An amount for each of these figures. */
export function buildFigures<Name extends FigureName>(
  names: readonly Name[],
  amountOf: (name: Name) => Amount,
): Record<Name, Amount> {
  const figures = {} as Record<Name, Amount>;
  for (const name of names) figures[name] = amountOf(name);
  return figures;
}

/** Figures that are no amounts: fractions and factors, which stay when amounts are hidden. */
export const RATES: ReadonlySet<FigureName> = new Set(['crossedRiskRate', 'mgnRatio', 'positionMgnRatio', 'leverage']);

/** One coin among the assets that a multi-assets account counts as margin, in units of that coin. */
export type Asset = { readonly coin: string; readonly balance: Amount; readonly available: Amount };

/** One coin of a unified account, in units of that coin, but for `usdValue`. `balance` leaves out what is locked. */
export type UnifiedAsset = Asset & {
  readonly equity: Amount;
  readonly usdValue: Amount;
  readonly debt: Amount;
  readonly locked: Amount;
};

/** `union` is multi-assets mode. A mode that Bitget adds later is `unknown`, never taken for `single`. */
export type AssetMode = 'single' | 'union' | 'unknown';

/** One row of the account list: what one margin coin of one product type holds. */
export type ClassicMargin = {
  readonly product: ProductType;
  readonly coin: string;
  readonly assetMode: AssetMode;
  readonly figures: Readonly<Record<ClassicFigure, Amount>>;
  readonly assets: readonly Asset[];
};

/** The one pool of margin of a unified account. Its coin is the dollar in which Bitget counts it. */
export type UnifiedMargin = {
  readonly product: 'UNIFIED';
  readonly coin: 'USD';
  readonly figures: Readonly<Record<UnifiedFigure, Amount>>;
  readonly assets: readonly UnifiedAsset[];
};

/** What can be liquidated as one. */
export type MarginAccount = ClassicMargin | UnifiedMargin;
