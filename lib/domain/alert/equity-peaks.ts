import { type Guard, isListOf, isNumber, isShape, isText } from '../core/guards.ts';
import { HOUR } from '../core/time.ts';
import { isDecimal, isNegative, isZero } from '../money/amount.ts';
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

/** Adds an equity to the peaks of the last `hours`. Drops each slot whose end has left the window. */
export function addEquity(
  peaks: readonly EquityPeak[],
  equity: Decimal,
  at: number,
  hours: number,
): readonly EquityPeak[] {
  const window = hours * HOUR;
  const length = window / MAX_PEAKS;
  const seen = peaks.filter((peak) => at - peak.at < window && peak.at <= at);
  const last = seen.at(-1);
  if (!last || Math.floor(last.at / length) !== Math.floor(at / length)) return [...seen, { at, equity }];
  return compare(equity, last.equity) > 0 ? [...seen.slice(0, -1), { at, equity }] : seen;
}

/** Returns how far an equity is below the highest peak, as a fraction of that peak; null when no peak is above zero. */
export function computeFall(peaks: readonly EquityPeak[], equity: Decimal): Decimal | null {
  const [first, ...others] = peaks.map((peak) => peak.equity);
  if (first === undefined) return null;
  const highest = others.reduce((most, each) => (compare(each, most) > 0 ? each : most), first);
  if (isZero(highest) || isNegative(highest)) return null;
  return divide(subtract(highest, equity), highest);
}
