import type { ProductType } from '../account/product-type.ts';
import type { Amount } from '../money/amount.ts';

/**
 * The amounts of a classic margin account, named as in Bitget's account list, in display order. Units are the margin
 * coin, except for `usdtEquity` and `btcEquity`. `crossedRiskRate` is a fraction; 1 is liquidation.
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
 * The amounts of a unified account, named as in `/api/v3/account/assets`. Units are US dollars, except where the name
 * contains another coin. `mgnRatio` and `positionMgnRatio` are fractions; `mmr` and `imr` are amounts.
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

export function buildFigures<Name extends FigureName>(
  names: readonly Name[],
  getAmount: (name: Name) => Amount,
): Record<Name, Amount> {
  const figures = {} as Record<Name, Amount>;
  for (const name of names) figures[name] = getAmount(name);
  return figures;
}

/** Figures that are fractions or factors. They stay visible when amounts are hidden. */
export const RATES: ReadonlySet<FigureName> = new Set(['crossedRiskRate', 'mgnRatio', 'positionMgnRatio', 'leverage']);

/** One coin of the assets that a multi-assets account counts as margin, in units of that coin. */
export type Asset = { readonly coin: string; readonly balance: Amount; readonly available: Amount };

/** One coin of a unified account, in units of that coin, except for `usdValue`. `balance` excludes locked funds. */
export type UnifiedAsset = Asset & {
  readonly equity: Amount;
  readonly usdValue: Amount;
  readonly debt: Amount;
  readonly locked: Amount;
};

/** `union` is multi-assets mode. A mode that Bitget adds later becomes `unknown`, never `single`. */
export type AssetMode = 'single' | 'union' | 'unknown';

/** One row of the account list: one margin coin of one product type. */
export type ClassicMargin = {
  readonly product: ProductType;
  readonly coin: string;
  readonly assetMode: AssetMode;
  readonly figures: Readonly<Record<ClassicFigure, Amount>>;
  readonly assets: readonly Asset[];
};

/** The single margin pool of a unified account. Its coin is the US dollar, in which Bitget counts it. */
export type UnifiedMargin = {
  readonly product: 'UNIFIED';
  readonly coin: 'USD';
  readonly figures: Readonly<Record<UnifiedFigure, Amount>>;
  readonly assets: readonly UnifiedAsset[];
};

/** A unit of liquidation. */
export type MarginAccount = ClassicMargin | UnifiedMargin;
