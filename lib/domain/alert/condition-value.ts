import { isCompleteDistance } from '../margin/distance.ts';
import { summarize, type Valued, valueInUsdt } from '../margin/summary.ts';
import { compare, type Decimal, isKnown, sum } from '../money/amount.ts';
import { getReading, listedFigures } from '../polling/reading.ts';
import type { Card, Portfolio } from '../portfolio/card.ts';
import { listExpectedProducts } from '../portfolio/issues.ts';
import { cardsInTotals, leavesOutAssets } from '../portfolio/totals.ts';
import type { Condition } from './condition.ts';

/**
 * The figure that a condition compares, and the time of its oldest part. In USDT; a distance is a fraction of the mark
 * price, not complete when another position may be nearer.
 */
export type ConditionValue = { readonly value: Decimal; readonly at: number; readonly isComplete: boolean };

/** Farther than any limit with its hysteresis: without a liquidation price. */
const FAR = '1000' as Decimal;

/**
 * Why a condition has no value: a part is missing or stale, coins that count as margin are left out, or Bitget's
 * responses give no value in USDT.
 */
export type MeasureGap =
  | { readonly gap: 'unread' | 'assets' }
  | { readonly gap: 'worth'; readonly coins: readonly string[] };

type Wanted = Pick<Condition, 'kind' | 'account'>;

/** Returns the current value of a condition, or null when it has none. */
export function computeConditionValue(
  wanted: Wanted,
  portfolio: Portfolio,
  cards: readonly Card[],
): ConditionValue | null {
  const found = measure(wanted, portfolio, cards);
  return 'value' in found ? found : null;
}

/** Returns why a condition has no value, or null when it has one. */
export function measureGap(wanted: Wanted, portfolio: Portfolio, cards: readonly Card[]): MeasureGap | null {
  const found = measure(wanted, portfolio, cards);
  return 'gap' in found ? found : null;
}

function measure({ kind, account }: Wanted, portfolio: Portfolio, cards: readonly Card[]): ConditionValue | MeasureGap {
  const isReal = portfolio.accounts.some(({ demo }) => !demo);
  const accounts = portfolio.accounts.filter(({ id, demo }) => (account === null ? demo !== isReal : id === account));
  const isWhole = accounts.every((each) =>
    listExpectedProducts(portfolio.readings, each).every(
      (product) => listedFigures(getReading(portfolio.readings, each, product)) !== null,
    ),
  );
  const wanted = cards.filter((card) => account === null || card.account.id === account);
  const counted = cardsInTotals(wanted);
  const ages = (counted.length > 0 ? counted : wanted).map(({ at }) => at);
  if (!isWhole || ages.length === 0 || counted.some(({ stale }) => stale)) return { gap: 'unread' };
  const at = Math.min(...ages);
  if (kind === 'distance_below') return measureDistance(counted, at);
  const figure = figureForKind(kind);
  if (figure !== 'pnl' && counted.some((card) => leavesOutAssets(card, cards))) return { gap: 'assets' };
  const values = counted.map(({ margin }) => valueInUsdt(margin, figure));
  const known = values.filter(isKnown) satisfies readonly Decimal[];
  if (known.length < values.length) return findGap(counted, figure);
  return { value: sum(known), at, isComplete: true };
}

function measureDistance(cards: readonly Card[], at: number): ConditionValue | MeasureGap {
  const known = cards.flatMap(({ nearest }) => (typeof nearest === 'string' ? [] : [nearest.distance]));
  const isComplete = cards.every(({ nearest }) => isCompleteDistance(nearest));
  if (known.length === 0 && !isComplete) return { gap: 'unread' };
  return { value: known.reduce((least, each) => (compare(each, least) < 0 ? each : least), FAR), at, isComplete };
}

/** Prefers cards that could not be read; otherwise returns those without a known value. */
function findGap(counted: readonly Card[], figure: Valued): MeasureGap {
  const without = counted.map(({ margin }) => margin).filter((margin) => !isKnown(valueInUsdt(margin, figure)));
  const isRead = without.every((margin) => isKnown(summarize(margin)[figure]));
  return isRead ? { gap: 'worth', coins: [...new Set(without.map(({ coin }) => coin))] } : { gap: 'unread' };
}

function figureForKind(kind: Exclude<Condition['kind'], 'distance_below'>): Valued {
  switch (kind) {
    case 'free_below':
      return 'freeMargin';
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
