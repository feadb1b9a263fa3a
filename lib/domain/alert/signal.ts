import { reached, type Thresholds } from '../margin/risk.ts';
import { fraction } from '../money/amount.ts';
import { abs, compare, type Decimal, minus, plus, times } from '../money/decimal.ts';
import type { Card } from '../portfolio/card.ts';
import type { AlertLevel, Signal } from './alert-state.ts';
import type { Condition } from './condition.ts';
import type { Measure } from './condition-value.ts';
import { fallOf, type Peak } from './equity-peaks.ts';

/** What a card's risk says; null when it is not known at all or too old. `hysteresis` is in percent of a threshold. */
export function riskSignal({ risk, stale, at }: Card, thresholds: Thresholds, hysteresis: number): Signal | null {
  const { rate, complete } = risk;
  if (rate === null || stale) return null;
  const from = (percent: number) => reached(rate, thresholds, percent) ?? 'safe';
  return { reached: from(100), held: from(100 - hysteresis), sure: complete, at };
}

/** What a condition of the user's says. It counts as a warning; the way back is the hysteresis of its limit. */
export function conditionSignal(
  { kind, limit }: Condition,
  { value, at }: Measure,
  peaks: readonly Peak[],
  hysteresis: number,
): Signal | null {
  const measured = kind === 'equity_fall' ? fallOf(peaks, value) : value;
  if (measured === null) return null;
  const isRising = kind === 'equity_above' || kind === 'equity_fall';
  const mark = kind === 'equity_fall' ? times(limit, fraction(1)) : limit;
  const margin = times(abs(mark), fraction(hysteresis));
  const back = isRising ? minus(mark, margin) : plus(mark, margin);
  const isBeyond = (bound: Decimal) => (isRising ? compare(measured, bound) >= 0 : compare(measured, bound) < 0);
  return { reached: levelIf(isBeyond(mark)), held: levelIf(isBeyond(back)), sure: true, at };
}

/** What a matter says that either is so or is not. */
export function plainSignal(isSo: boolean, level: AlertLevel, at: number): Signal {
  const reached = isSo ? level : 'safe';
  return { reached, held: reached, sure: true, at };
}

function levelIf(isSo: boolean): AlertLevel {
  return isSo ? 'warning' : 'safe';
}
