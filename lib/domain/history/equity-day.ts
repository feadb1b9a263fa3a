import type { AccountEquity } from './account-equity.ts';
import { compareEquity, type EquityChange } from './equity-change.ts';
import { buildEquityLine } from './equity-line.ts';

/** The total over a day: its change, and one value for each ten minutes. */
export type EquityDay = { readonly change: EquityChange; readonly values: readonly (number | null)[] };

/** Null where too little is known. The line shows the accounts that the change compares. */
export function buildEquityDay(accounts: readonly AccountEquity[], now: number, reach: number): EquityDay | null {
  const change = compareEquity(accounts, now);
  return change && { change, values: buildEquityLine(change.accounts, change.since, now, reach) };
}
