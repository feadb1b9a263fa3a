import { DAY, HOUR, MINUTE } from '../core/time.ts';
import { type Decimal, isZero, sum, ZERO } from '../money/amount.ts';
import { subtract } from '../money/decimal.ts';
import type { AccountEquity, EquityPart } from './account-equity.ts';

/** How far a sample may be from the time that is compared, in ms. */
export const EQUITY_TOLERANCE = 10 * MINUTE;
/** No change and no line is shown for less time than this, in ms. */
const SHORTEST = HOUR;

/** How the total equity has changed, in USDT. */
export type EquityChange = {
  readonly from: Decimal;
  readonly to: Decimal;
  readonly value: Decimal;
  /** When the comparison begins. */
  readonly since: number;
  /** The history is shorter than a day, so `since` is where it begins. */
  readonly isShort: boolean;
  /** The accounts that are compared. */
  readonly accounts: readonly AccountEquity[];
  /** Labels of the accounts that are left out of both sides. */
  readonly leftOut: readonly string[];
};

/** An account whose equity now is known in full. */
type KnownAccount = { readonly account: AccountEquity; readonly to: Decimal };

/**
 * Compares the equity now with that of 24 hours ago, or with the first one of a shorter history. Only accounts that are
 * known in full at both times count. Null if there are none, or less than an hour is known: unknown is not zero.
 */
export function compareEquity(accounts: readonly AccountEquity[], now: number): EquityChange | null {
  const known = accounts.flatMap((account) => {
    const to = sumNow(account.parts);
    return to === null ? [] : [{ account, to }];
  });
  const dayAgo = now - DAY;
  const day = compareSince(accounts, known, dayAgo);
  if (day) return { ...day, isShort: false };
  const begin = findBegin(known, dayAgo);
  if (now - begin < SHORTEST) return null;
  const short = compareSince(accounts, known, begin);
  return short && { ...short, isShort: true };
}

function compareSince(
  all: readonly AccountEquity[],
  known: readonly KnownAccount[],
  since: number,
): Omit<EquityChange, 'isShort'> | null {
  const compared = known.flatMap(({ account, to }) => {
    const from = sumParts(account.parts, (part) => equityAt(part, since));
    return from === null ? [] : [{ account, from, to }];
  });
  if (compared.length === 0) return null;
  const [from, to] = [sum(compared.map((each) => each.from)), sum(compared.map((each) => each.to))];
  const accounts = compared.map(({ account }) => account);
  const leftOut = all.filter((account) => !accounts.includes(account)).map(({ label }) => label);
  return { from, to, value: subtract(to, from), since, accounts, leftOut };
}

/** Returns the first time from which every account is known in full; infinity if one has no history. */
function findBegin(known: readonly KnownAccount[], since: number): number {
  const used = known.flatMap(({ account }) => account.parts.filter((part) => !isUnused(part)));
  const begins = used.map(({ past }) => past.find(([at]) => at >= since)?.[0] ?? Number.POSITIVE_INFINITY);
  return Math.max(...begins);
}

/** Returns the equity at a time, by the nearest sample; null where it is unknown. */
function equityAt(part: EquityPart, time: number): Decimal | null {
  if (isUnused(part)) return ZERO;
  const near = part.past.filter(([at]) => Math.abs(at - time) <= EQUITY_TOLERANCE);
  const [nearest] = near.toSorted(([a], [b]) => Math.abs(a - time) - Math.abs(b - time));
  return nearest?.[1] ?? null;
}

/** Returns whether a margin account holds nothing and never did, so that it has no samples or only zeros. */
function isUnused({ past, now }: EquityPart): boolean {
  const isEmptyNow = now === null ? past.length > 0 : isZero(now);
  return isEmptyNow && past.every(([, usdt]) => isZero(usdt));
}

function sumNow(parts: readonly EquityPart[]): Decimal | null {
  return sumParts(parts, (part) => part.now ?? (isUnused(part) ? ZERO : null));
}

function sumParts(parts: readonly EquityPart[], read: (part: EquityPart) => Decimal | null): Decimal | null {
  const values = parts.map(read);
  return values.every((value) => value !== null) ? sum(values) : null;
}
