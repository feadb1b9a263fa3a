import { highestLevelReached, type Thresholds } from '../margin/risk.ts';
import { percentToFraction } from '../money/amount.ts';
import { abs, add, compare, type Decimal, multiply, subtract } from '../money/decimal.ts';
import type { Card } from '../portfolio/card.ts';
import type { AlertLevel, AlertSample } from './alert-state.ts';
import type { Condition } from './condition.ts';
import type { ConditionValue } from './condition-value.ts';
import { computeFall, type EquityPeak } from './equity-peaks.ts';

/** Samples a card's risk; null when it is unknown or stale. `hysteresis` is in percent of a threshold. */
export function sampleRisk({ risk, stale, at }: Card, thresholds: Thresholds, hysteresis: number): AlertSample | null {
  const { rate, complete } = risk;
  if (rate === null || stale) return null;
  const from = (percent: number) => highestLevelReached(rate, thresholds, percent) ?? 'safe';
  return { reached: from(100), hysteresisLevel: from(100 - hysteresis), complete: complete, at };
}

/** Samples a condition. It counts as a warning, and it recovers beyond the hysteresis of its limit. */
export function sampleCondition(
  { kind, limit }: Condition,
  { value, at }: ConditionValue,
  peaks: readonly EquityPeak[],
  hysteresis: number,
): AlertSample | null {
  const measured = kind === 'equity_fall' ? computeFall(peaks, value) : value;
  if (measured === null) return null;
  const isRising = kind === 'equity_above' || kind === 'equity_fall';
  const mark = kind === 'equity_fall' ? multiply(limit, percentToFraction(1)) : limit;
  const margin = multiply(abs(mark), percentToFraction(hysteresis));
  const back = isRising ? subtract(mark, margin) : add(mark, margin);
  const isBeyond = (bound: Decimal) => (isRising ? compare(measured, bound) >= 0 : compare(measured, bound) < 0);
  return { reached: levelIf(isBeyond(mark)), hysteresisLevel: levelIf(isBeyond(back)), complete: true, at };
}

/** Samples a subject that is either on or off. */
export function sampleOnOff(isSo: boolean, level: AlertLevel, at: number): AlertSample {
  const reached = isSo ? level : 'safe';
  return { reached, hysteresisLevel: reached, complete: true, at };
}

function levelIf(isSo: boolean): AlertLevel {
  return isSo ? 'warning' : 'safe';
}
