import {
  type Amount,
  compare,
  type Decimal,
  divideAmounts,
  isKnown,
  isNegative,
  isZero,
  maxDecimal,
  percentToFraction,
  ZERO,
} from '../money/amount.ts';
import type { MarginAccount } from './margin-account.ts';

/** How near liquidation is, from calm to urgent. What is not known ranks above `safe` and below every warning. */
export const LEVELS = ['safe', 'unknown', 'caution', 'warning', 'danger'] as const;
export type Level = (typeof LEVELS)[number];

const URGENT = ['danger', 'warning', 'caution'] as const;

/** Where each level begins, in percent of the way to liquidation, rising. */
export type Thresholds = { readonly caution: number; readonly warning: number; readonly danger: number };

/**
 * The worst of all risk rates that apply, as a fraction (1 is liquidation), and whether all of them
 * could be read. `rate` is null when none could.
 */
export type Risk = { readonly rate: Decimal | null; readonly complete: boolean };

/** Nothing is left to cover what has to be maintained; how far beyond that it is cannot be said. */
const FULL = '1' as Decimal;

export const NO_RISK_KNOWN: Risk = { rate: null, complete: false };

/**
 * The risk of a margin account, the rates of its isolated positions included: of a classic one the cross risk rate
 * and, in multi-assets mode, also maintenance margin ÷ total margin; of a unified one the margin ratio and
 * maintenance margin ÷ effective equity. A mode that is not known counts as multi-assets when its figures are
 * there, and is never complete.
 */
export function computeRisk(margin: MarginAccount, isolated: readonly (Decimal | null)[] = []): Risk {
  if (margin.product === 'UNIFIED') {
    const { mgnRatio, mmr, imr, effEquity, accountEquity } = margin.figures;
    const isUsed = [mmr, imr].some(isPositive);
    return worstRate([
      nonNegativeRate(mgnRatio, isUsed),
      maintenanceRatio(mmr, effEquity),
      ...spent(accountEquity, isUsed),
      ...isolated,
    ]);
  }
  const { crossedRiskRate, unionMm, unionTotalMargin, accountEquity, crossedMargin, isolatedMargin } = margin.figures;
  const isUsed = [crossedMargin, isolatedMargin].some(isPositive);
  const cross = nonNegativeRate(crossedRiskRate, isUsed || (margin.assetMode === 'union' && isPositive(unionMm)));
  const union = () => worstRate([cross, maintenanceRatio(unionMm, unionTotalMargin), ...isolated]);
  switch (margin.assetMode) {
    case 'single':
      // In multi-assets mode other coins cover what one coin lacks, so its own equity proves nothing there.
      return worstRate([cross, ...spent(accountEquity, isUsed), ...isolated]);
    case 'union':
      return union();
    case 'unknown':
      return { ...union(), complete: false };
  }
}

/** The largest of several rates; one that is null leaves the whole incomplete. */
export function worstRate(rates: readonly (Decimal | null)[]): Risk {
  const known = rates.filter((each) => each !== null);
  return {
    rate: known.length ? known.reduce(maxDecimal) : null,
    complete: known.length === rates.length && known.length > 0,
  };
}

/** The level of a risk. What is incomplete is at least `unknown`, whatever the known part says. */
export function riskLevel({ rate, complete }: Risk, thresholds: Thresholds): Level {
  if (rate === null) return 'unknown';
  return highestLevelReached(rate, thresholds) ?? (complete ? 'safe' : 'unknown');
}

/** The most urgent level that a rate has reached, each taken to begin at so many percent of its threshold. */
export function highestLevelReached(
  rate: Decimal,
  thresholds: Thresholds,
  percent = 100,
): keyof Thresholds | undefined {
  return URGENT.find((level) => compare(rate, percentToFraction((thresholds[level] * percent) / 100)) >= 0);
}

/** Negative, zero or positive as `a` is calmer than, like or more urgent than `b`. */
export function compareLevels(a: Level, b: Level): number {
  return LEVELS.indexOf(a) - LEVELS.indexOf(b);
}

/**
 * Maintenance margin ÷ total margin. Where nothing has to be maintained nothing can be liquidated, even with a total of zero;
 * where something has to be and nothing is left, the rate is at least full.
 */
function maintenanceRatio(maintenance: Amount, total: Amount): Decimal | null {
  if (isZero(maintenance)) return ZERO;
  if (isPositive(maintenance) && isKnown(total) && !isPositive(total)) return FULL;
  return divideAmounts(maintenance, total);
}

/** A negative rate is one of a negative equity: full while margin is in use, and otherwise nothing that is known of. */
function nonNegativeRate(value: Amount, isUsed: boolean): Decimal | null {
  if (!isKnown(value)) return null;
  if (!isNegative(value)) return value;
  return isUsed ? FULL : null;
}

/** The rate of an equity below zero while margin is in use, as far as that says anything. */
function spent(equity: Amount, isUsed: boolean): Decimal[] {
  return isUsed && isKnown(equity) && isNegative(equity) ? [FULL] : [];
}

function isPositive(value: Amount): value is Decimal {
  return isKnown(value) && !isZero(value) && !isNegative(value);
}
