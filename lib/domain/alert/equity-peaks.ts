import { type Guard, isListOf, isNumber, isShape, isText } from '../core/guards.ts';
import { HOUR } from '../core/time.ts';
import { isDecimal, isPositive } from '../money/amount.ts';
import { compare, type Decimal, divide, subtract } from '../money/decimal.ts';

/** The highest equity of one time slot, and the time of its reading. */
export type EquityPeak = { readonly at: number; readonly equity: Decimal };

const isPeak = isShape<EquityPeak>({
  at: isNumber,
  equity: (value): value is Decimal => isText(value) && isDecimal(value),
});
export const arePeaks: Guard<readonly EquityPeak[]> = isListOf(isPeak);

/** The number of slots in a window, which limits what is stored. */
const MAX_PEAKS = 48;

/**
 * Adds an equity to the peaks of the last `hours`. Drops each slot whose end has left the window. A peak in the future
 * counts as one of now: the clock was set back.
 */
export function addEquity(
  peaks: readonly EquityPeak[],
  equity: Decimal,
  at: number,
  hours: number,
): readonly EquityPeak[] {
  const window = hours * HOUR;
  const length = window / MAX_PEAKS;
  const seen = peaks.filter((peak) => at - peak.at < window).map((peak) => (peak.at > at ? { ...peak, at } : peak));
  const isCurrent = (peak: EquityPeak) => Math.floor(peak.at / length) === Math.floor(at / length);
  const current = [...seen.filter(isCurrent), { at, equity }];
  const highest = current.reduce((most, peak) => (compare(peak.equity, most.equity) > 0 ? peak : most));
  return [...seen.filter((peak) => !isCurrent(peak)), highest];
}

/** Returns how far an equity is below the highest peak, as a fraction of that peak; null when no peak is above zero. */
export function computeFall(peaks: readonly EquityPeak[], equity: Decimal): Decimal | null {
  const [first, ...others] = peaks.map((peak) => peak.equity);
  if (first === undefined) return null;
  const highest = others.reduce((most, each) => (compare(each, most) > 0 ? each : most), first);
  return isPositive(highest) ? divide(subtract(highest, equity), highest) : null;
}
