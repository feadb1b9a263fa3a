import { summarize, type Valued, valueInUsdt } from '../margin/summary.ts';
import { type Decimal, isKnown, sum } from '../money/amount.ts';
import { getReading } from '../polling/reading.ts';
import type { Card, Portfolio } from '../portfolio/card.ts';
import { expectedOf } from '../portfolio/issues.ts';
import { cardsInTotals, leavesOutAssets } from '../portfolio/totals.ts';
import type { Condition } from './condition.ts';

/** What a condition looks at, in USDT, and how old its oldest part is. */
export type ConditionValue = { readonly value: Decimal; readonly at: number };

/**
 * Why a condition cannot be judged: a part of its figure is missing or too old, coins that count as margin are left out of
 * it, or Bitget's answers give no worth in USDT for these coins.
 */
export type MeasureGap =
  | { readonly gap: 'unread' | 'assets' }
  | { readonly gap: 'worth'; readonly coins: readonly string[] };

type Wanted = Pick<Condition, 'kind' | 'account'>;

/** The figure of a condition as it stands; null where it cannot be judged. */
export function computeConditionValue(
  wanted: Wanted,
  portfolio: Portfolio,
  cards: readonly Card[],
): ConditionValue | null {
  const found = measure(wanted, portfolio, cards);
  return 'value' in found ? found : null;
}

/** Why a condition cannot be judged as things stand; null where it can. */
export function measureGap(wanted: Wanted, portfolio: Portfolio, cards: readonly Card[]): MeasureGap | null {
  const found = measure(wanted, portfolio, cards);
  return 'gap' in found ? found : null;
}

function measure({ kind, account }: Wanted, portfolio: Portfolio, cards: readonly Card[]): ConditionValue | MeasureGap {
  const isReal = portfolio.accounts.some(({ demo }) => !demo);
  const accounts = portfolio.accounts.filter(({ id, demo }) => (account === null ? demo !== isReal : id === account));
  const isWhole = accounts.every((each) =>
    expectedOf(portfolio.readings, each).every((product) => 'at' in getReading(portfolio.readings, each, product)),
  );
  const wanted = cards.filter((card) => account === null || card.account.id === account);
  const counted = cardsInTotals(wanted);
  const ages = (counted.length > 0 ? counted : wanted).map(({ at }) => at);
  if (!isWhole || ages.length === 0 || counted.some(({ stale }) => stale)) return { gap: 'unread' };
  const figure = figureForKind(kind);
  if (figure !== 'pnl' && counted.some((card) => leavesOutAssets(card, cards))) return { gap: 'assets' };
  const values = counted.map(({ margin }) => valueInUsdt(margin, figure));
  const known = values.filter(isKnown) satisfies readonly Decimal[];
  if (known.length < values.length) return missingOf(counted, figure);
  return { value: sum(known), at: Math.min(...ages) };
}

/** Figures that were not read, or else those that were and whose worth is not known. */
function missingOf(counted: readonly Card[], figure: Valued): MeasureGap {
  const without = counted.map(({ margin }) => margin).filter((margin) => !isKnown(valueInUsdt(margin, figure)));
  const isRead = without.every((margin) => isKnown(summarize(margin)[figure]));
  return isRead ? { gap: 'worth', coins: [...new Set(without.map(({ coin }) => coin))] } : { gap: 'unread' };
}

function figureForKind(kind: Condition['kind']): Valued {
  switch (kind) {
    case 'available_below':
      return 'available';
    case 'pnl_below':
      return 'pnl';
    case 'equity_below':
    case 'equity_above':
    case 'equity_fall':
      return 'equity';
  }
}
