import { DAY, MINUTE } from '../core/time.ts';
import { isZero } from '../money/amount.ts';
import type { AccountEquity, EquityPart } from './account-equity.ts';

/** The time between two points of the line, in ms. */
const STEP = 10 * MINUTE;

/**
 * Returns the total equity of accounts over the last 24 hours, one value for each ten minutes and the last one now; null
 * before `since` and in gaps. `reach` is the longest pause, in ms, that is no gap. Floats hold coordinates, never money.
 */
export function buildEquityLine(
  accounts: readonly AccountEquity[],
  since: number,
  now: number,
  reach: number,
): readonly (number | null)[] {
  const parts = accounts.flatMap((account) => account.parts);
  const times = Array.from({ length: DAY / STEP }, (_, index) => now - DAY + index * STEP);
  const past = times.map((time) => (time < since ? null : add(parts.map((part) => valueAt(part, time, reach)))));
  return [...past, add(parts.map(valueNow))];
}

function valueNow({ past, now }: EquityPart): number | null {
  return now === null && isZero(past.at(-1)?.[1] ?? null) ? 0 : toNumber(now);
}

/** Returns the last known equity at a time; null after a longer pause. A margin account that was emptied stays at zero. */
function valueAt({ past, now }: EquityPart, time: number, reach: number): number | null {
  const [at, usdt] = past.findLast(([each]) => each <= time) ?? [];
  if (at === undefined) return isZero(past[0]?.[1] ?? now) ? 0 : null;
  if (time - at > reach) return isZero(usdt ?? null) ? 0 : null;
  return toNumber(usdt ?? null);
}

function toNumber(usdt: EquityPart['now']): number | null {
  return usdt === null ? null : Number(usdt);
}

function add(values: readonly (number | null)[]): number | null {
  return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}
