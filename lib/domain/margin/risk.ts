import {
  type Amount,
  compare,
  type Decimal,
  divideAmounts,
  isKnown,
  isNegative,
  isPositive,
  isZero,
  maxDecimal,
  percentToFraction,
  ZERO,
} from '../money/amount.ts';
import type { MarginAccount } from './margin-account.ts';

/** Levels from calm to urgent. `unknown` ranks above `safe` and below every warning. */
export const LEVELS = ['safe', 'unknown', 'caution', 'warning', 'danger'] as const;
export type Level = (typeof LEVELS)[number];

const URGENT = ['danger', 'warning', 'caution'] as const;

/** The start of each level, in percent of the way to liquidation, ascending. */
export type Thresholds = { readonly caution: number; readonly warning: number; readonly danger: number };

/**
 * The worst applicable risk rate as a fraction (1 is liquidation), and whether all rates were readable. `rate` is null
 * when none was.
 */
export type Risk = { readonly rate: Decimal | null; readonly complete: boolean };

/** The rate of an account without any cover for its maintenance margin. The excess is unknown. */
const FULL = '1' as Decimal;

export const NO_RISK_KNOWN: Risk = { rate: null, complete: false };

/**
 * Computes the risk of a margin account, including its isolated positions. Classic: the cross risk rate and, in
 * multi-assets mode, also maintenance margin ÷ total margin. Unified: the margin ratio and maintenance margin ÷
 * effective equity. An unknown mode counts as multi-assets when those figures exist, and is never complete.
 *
 * Bitget's figures may contradict each other. No equity while margin is in use, which a rate above zero proves as well,
 * is a full risk, whatever that rate says.
 */
export function computeRisk(margin: MarginAccount, isolated: readonly (Decimal | null)[] = []): Risk {
  const isIsolatedUsed = isolated.some((each) => each !== null);
  if (margin.product === 'UNIFIED') {
    const { mgnRatio, positionMgnRatio, mmr, imr, effEquity, accountEquity } = margin.figures;
    const isUsed = isIsolatedUsed || [mmr, imr, mgnRatio, positionMgnRatio].some(isPositive);
    return worstRate([
      nonNegativeRate(mgnRatio, isUsed),
      maintenanceRatio(mmr, effEquity),
      ...spent(effEquity, isUsed),
      // Bitget liquidates by the effective equity. The account's own proves something only below zero.
      ...(isKnown(accountEquity) && isNegative(accountEquity) ? spent(accountEquity, isUsed) : []),
      ...isolated,
    ]);
  }
  const { crossedRiskRate, unionMm, unionTotalMargin, accountEquity, crossedMargin, isolatedMargin } = margin.figures;
  const isUsed = isIsolatedUsed || [crossedRiskRate, crossedMargin, isolatedMargin].some(isPositive);
  const cross = nonNegativeRate(crossedRiskRate, isUsed || (margin.assetMode === 'union' && isPositive(unionMm)));
  // In multi-assets mode other coins cover a deficit of one coin, so its own equity proves nothing.
  const union = () =>
    worstRate([cross, maintenanceRatio(unionMm, unionTotalMargin), ...spent(unionTotalMargin, isUsed), ...isolated]);
  switch (margin.assetMode) {
    case 'single':
      return worstRate([cross, ...spent(accountEquity, isUsed), ...isolated]);
    case 'union':
      return union();
    case 'unknown':
      return { ...union(), complete: false };
  }
}

/** Returns the largest of several rates; a null rate makes the result incomplete. */
export function worstRate(rates: readonly (Decimal | null)[]): Risk {
  const known = rates.filter((each) => each !== null);
  return {
    rate: known.length ? known.reduce(maxDecimal) : null,
    complete: known.length === rates.length && known.length > 0,
  };
}

/** Returns the level of a risk. An incomplete risk is at least `unknown`. */
export function riskLevel({ rate, complete }: Risk, thresholds: Thresholds): Level {
  if (rate === null) return 'unknown';
  return highestLevelReached(rate, thresholds) ?? (complete ? 'safe' : 'unknown');
}

/** Returns the most urgent level that a rate has reached. Hysteresis scales each threshold by a percentage. */
export function highestLevelReached(
  rate: Decimal,
  thresholds: Thresholds,
  percent = 100,
): keyof Thresholds | undefined {
  return URGENT.find((level) => compare(rate, percentToFraction((thresholds[level] * percent) / 100)) >= 0);
}

export function worseLevel(a: Level, b: Level): Level {
  return compareLevels(a, b) > 0 ? a : b;
}

/** Returns a negative number, zero or a positive number as `a` is calmer than, equal to or more urgent than `b`. */
export function compareLevels(a: Level, b: Level): number {
  return LEVELS.indexOf(a) - LEVELS.indexOf(b);
}

/**
 * Maintenance margin ÷ total margin. Without maintenance margin nothing can be liquidated, even at a total of zero.
 * With maintenance margin and no total, the rate is at least 1.
 */
function maintenanceRatio(maintenance: Amount, total: Amount): Decimal | null {
  if (isZero(maintenance)) return ZERO;
  if (isKnown(maintenance) && isNegative(maintenance)) return null;
  if (isPositive(maintenance) && isKnown(total) && !isPositive(total)) return FULL;
  return divideAmounts(maintenance, total);
}

/** A negative rate comes from a negative equity: 1 while margin is in use, otherwise unknown. */
function nonNegativeRate(value: Amount, isUsed: boolean): Decimal | null {
  if (!isKnown(value)) return null;
  if (!isNegative(value)) return value;
  return isUsed ? FULL : null;
}

/** Returns the rate of an equity of zero or less while margin is in use, if the equity proves one. */
function spent(equity: Amount, isUsed: boolean): Decimal[] {
  return isUsed && isKnown(equity) && !isPositive(equity) ? [FULL] : [];
}
