import { type Amount, isZero } from '../money/amount.ts';
import { listFigures } from './figures.ts';
import type { FigureName, MarginAccount } from './margin-account.ts';

export const FIGURE_GROUPS = ['equity', 'margin', 'pnl', 'other'] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

export type NamedFigure = readonly [FigureName, Amount];

/** The figures of a margin account by group, in display order, and those that are zero. */
export type GroupedFigures = {
  readonly groups: readonly { readonly name: FigureGroup; readonly figures: readonly NamedFigure[] }[];
  readonly zeros: readonly NamedFigure[];
};

const GROUPS: Readonly<Record<FigureName, FigureGroup>> = {
  accountEquity: 'equity',
  effEquity: 'equity',
  usdtEquity: 'equity',
  btcEquity: 'equity',
  unionTotalMargin: 'equity',
  available: 'margin',
  crossedMaxAvailable: 'margin',
  isolatedMaxAvailable: 'margin',
  maxTransferOut: 'margin',
  locked: 'margin',
  crossedMargin: 'margin',
  isolatedMargin: 'margin',
  crossedRiskRate: 'margin',
  unionAvailable: 'margin',
  unionMm: 'margin',
  mmr: 'margin',
  imr: 'margin',
  mgnRatio: 'margin',
  positionMgnRatio: 'margin',
  positionValue: 'margin',
  leverage: 'margin',
  unrealizedPL: 'pnl',
  crossedUnrealizedPL: 'pnl',
  isolatedUnrealizedPL: 'pnl',
  unrealisedPnl: 'pnl',
  usdtUnrealisedPnl: 'pnl',
  btcUnrealizedPnl: 'pnl',
  coupon: 'other',
  grant: 'other',
  bonus: 'other',
};

/** Groups every figure of a margin account. An unknown figure is not zero. */
export function groupFigures(margin: MarginAccount): GroupedFigures {
  const figures = listFigures(margin);
  const others = figures.filter(([, value]) => !isZero(value));
  const groups = FIGURE_GROUPS.map((name) => ({ name, figures: others.filter(([each]) => GROUPS[each] === name) }));
  return {
    groups: groups.filter((group) => group.figures.length > 0),
    zeros: figures.filter(([, value]) => isZero(value)),
  };
}
