import { isCompleteDistance } from '../margin/distance.ts';
import { reachedDistance } from '../margin/distance-thresholds.ts';
import { highestLevelReached } from '../margin/risk.ts';
import { percentToFraction } from '../money/amount.ts';
import { abs, add, compare, type Decimal, multiply, subtract } from '../money/decimal.ts';
import type { Card, Portfolio } from '../portfolio/card.ts';
import { type AlertLevel, type AlertSample, higherLevel } from './alert-state.ts';
import { type Condition, isPercentKind } from './condition.ts';
import type { ConditionValue } from './condition-value.ts';
import { computeFall, type EquityPeak } from './equity-peaks.ts';

/**
 * Samples the worse of a card's risk and its distance to liquidation; null when both are unknown or the card is stale.
 * `hysteresis` is in percent of a threshold.
 */
export function sampleRisk(
  { risk: { rate, complete }, nearest, stale, at }: Card,
  { thresholds, near }: Pick<Portfolio['settings'], 'thresholds' | 'near'>,
  hysteresis: number,
): AlertSample | null {
  const distance = typeof nearest === 'string' ? null : nearest.distance;
  if (stale || (rate === null && distance === null)) return null;
  const from = (percent: number) =>
    higherLevel(
      (rate !== null && highestLevelReached(rate, thresholds, 100 - percent)) || 'safe',
      (distance !== null && reachedDistance(distance, near, 100 + percent)) || 'safe',
    );
  const isDistanceUsed = Object.values(near).some((each) => each > 0);
  return {
    reached: from(0),
    hysteresisLevel: from(hysteresis),
    complete: complete && (!isDistanceUsed || isCompleteDistance(nearest)),
    distance,
    at,
  };
}

/** Samples a condition. It counts as a warning, and it recovers beyond the hysteresis of its limit. */
export function sampleCondition(
  { kind, limit }: Condition,
  { value, at, isComplete }: ConditionValue,
  peaks: readonly EquityPeak[],
  hysteresis: number,
): AlertSample | null {
  const measured = kind === 'equity_fall' ? computeFall(peaks, value) : value;
  if (measured === null) return null;
  const isRising = kind === 'equity_above' || kind === 'equity_fall';
  const mark = isPercentKind(kind) ? multiply(limit, percentToFraction(1)) : limit;
  const margin = multiply(abs(mark), percentToFraction(hysteresis));
  const back = isRising ? subtract(mark, margin) : add(mark, margin);
  const isBeyond = (bound: Decimal) => (isRising ? compare(measured, bound) >= 0 : compare(measured, bound) < 0);
  return { reached: levelIf(isBeyond(mark)), hysteresisLevel: levelIf(isBeyond(back)), complete: isComplete, at };
}

/** Samples a subject that is either on or off. */
export function sampleOnOff(isSo: boolean, level: AlertLevel, at: number): AlertSample {
  const reached = isSo ? level : 'safe';
  return { reached, hysteresisLevel: reached, complete: true, at };
}

function levelIf(isSo: boolean): AlertLevel {
  return isSo ? 'warning' : 'safe';
}
