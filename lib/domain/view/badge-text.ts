import { formatCompact } from '../i18n/compact-number.ts';
import { toPercent } from '../i18n/format.ts';
import { distancePercent } from '../margin/distance.ts';
import { worstRate } from '../margin/risk.ts';
import { type Valued, valueInUsdt } from '../margin/summary.ts';
import { compare, type Decimal, isKnown, sum, ZERO } from '../money/amount.ts';
import { multiply } from '../money/decimal.ts';
import type { Card } from '../portfolio/card.ts';
import { cardsInTotals, leavesOutAssets } from '../portfolio/totals.ts';
import { ARROWS } from './distance-gauge.ts';

export const UNKNOWN_TEXT = '—';
/** No price liquidates anything. */
const NO_LIQUIDATION_TEXT = '∞';
const HUNDRED = '100' as Decimal;
const FULL_PERCENT = 100;
const MAX_PERCENT = 999;
const MAX_DISTANCE_PERCENT = 99;

/** The highest known risk, whichever card it belongs to. */
export function formatWorstRisk(cards: readonly Card[]): string {
  const rate = highestRate(cards);
  if (rate === null && cards.length > 0) return UNKNOWN_TEXT;
  const percent = wholePercent(rate);
  return percent > MAX_PERCENT ? `${MAX_PERCENT}+` : `${percent}%`;
}

/** The last known risk of stale cards: `95%?`, or `135?` in four characters. */
export function formatStaleRisk(cards: readonly Card[]): string {
  const percent = Math.min(MAX_PERCENT, wholePercent(worstRate(cards.map(({ risk }) => risk.rate)).rate));
  return percent < FULL_PERCENT ? `${percent}%?` : `${percent}?`;
}

/** The highest known risk in percent, exact; 0 without one. */
export function highestPercent(cards: readonly Card[]): number {
  return Number(multiply(highestRate(cards) ?? ZERO, HUNDRED));
}

function highestRate(cards: readonly Card[]): Decimal | null {
  return worstRate(cards.filter(({ stale }) => !stale).map(({ risk }) => risk.rate)).rate;
}

function wholePercent(rate: Decimal | null): number {
  return rate === null ? 0 : Number(toPercent(rate, 0));
}

/** The nearest known liquidation: `↓2.8` below the mark price, `↑12` above it, cut so that it is never overstated. */
export function formatNearest(cards: readonly Card[]): string {
  const all = cards.filter(({ stale }) => !stale).map((card) => card.nearest);
  const [nearest] = all.filter((each) => typeof each !== 'string').toSorted((a, b) => compare(a.distance, b.distance));
  if (!nearest) return all.includes('unknown') ? UNKNOWN_TEXT : NO_LIQUIDATION_TEXT;
  const { isLessThan, percent } = distancePercent(nearest.distance);
  const arrow = ARROWS[nearest.direction];
  if (isLessThan) return `${arrow}<.1`;
  const whole = Math.floor(Number(percent));
  return `${arrow}${whole < 10 ? percent : `${Math.min(whole, MAX_DISTANCE_PERCENT)}`}`;
}

/** The sum that the popup's totals count, in USDT; a dash when a part is unknown or left out. */
export function formatSum(cards: readonly Card[], choice: Valued): string {
  const counted = cardsInTotals(cards);
  const amounts = counted.map(({ margin }) => valueInUsdt(margin, choice));
  if (choice !== 'pnl' && counted.some((card) => leavesOutAssets(card, cards))) return UNKNOWN_TEXT;
  const known = amounts.filter(isKnown);
  return known.length < amounts.length ? UNKNOWN_TEXT : formatCompact(sum(known), choice === 'pnl');
}
