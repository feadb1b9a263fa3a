import type { AccountId } from '../account/account.ts';
import { isAbsent, isEither, isNumber, isRecordOf, isShape } from '../core/guards.ts';
import { getOwn, pickBy } from '../core/objects.ts';
import { HOUR, MINUTE } from '../core/time.ts';
import type { AlertSettings } from './alert-settings.ts';
import type { AlertLevel } from './alert-state.ts';
import { quietUntil } from './quiet-hours.ts';

/**
 * Ends of the snoozes, in ms since the epoch: for all accounts, and for single ones. `setAt` is when the user last
 * changed them; values of earlier versions lack it.
 */
export type Snooze = {
  readonly all: number;
  readonly accounts: Readonly<Record<AccountId, number>>;
  readonly setAt?: number | undefined;
};

export const NO_SNOOZE: Snooze = { all: 0, accounts: {} };

export const isSnooze = isShape<Snooze>({
  all: isNumber,
  accounts: isRecordOf(isNumber),
  setAt: isEither(isNumber, isAbsent),
});

/** The durations that the user can choose. */
export const SNOOZE_DURATIONS = ['hour', 'hours', 'tomorrow'] as const;
export type SnoozeDuration = (typeof SNOOZE_DURATIONS)[number];

const MORNING = 8;
const MIN_NIGHT = 4 * HOUR;

/** Returns when a snooze that begins at `now` ends: after 1 h, after 4 h, or tomorrow morning. */
export function snoozeEnd(span: SnoozeDuration, now: number): number {
  switch (span) {
    case 'hour':
      return now + HOUR;
    case 'hours':
      return now + 4 * HOUR;
    case 'tomorrow':
      return nextMorning(now);
  }
}

function nextMorning(now: number): number {
  const here = new Date(now);
  const morning = (days: number) =>
    new Date(here.getFullYear(), here.getMonth(), here.getDate() + days, MORNING).getTime();
  return morning(0) - now >= MIN_NIGHT ? morning(0) : morning(1);
}

/** Returns the snoozes, or none if the clock was set back to before they began: they could last for any time. */
export function dropFutureSnooze(snooze: Snooze, now: number): Snooze {
  return (snooze.setAt ?? 0) - now > MINUTE ? NO_SNOOZE : snooze;
}

/** Sets the end of one snooze; `until` of 0 removes it. Drops expired ones. */
export function addSnooze(stored: Snooze, account: AccountId | null, until: number, now: number): Snooze {
  const snooze = dropFutureSnooze(stored, now);
  const accounts = { ...snooze.accounts, ...(account !== null && { [account]: until }) };
  return {
    all: account === null ? until : snooze.all,
    accounts: pickBy(accounts, (_, end) => end > now),
    setAt: now,
  };
}

/**
 * Returns until when alerts of an account (null: of all accounts) at this level are suppressed; 0 when they are not.
 */
export function suppressedUntil(
  snooze: Snooze,
  { quiet, dangerBypassesSnooze }: Pick<AlertSettings, 'quiet' | 'dangerBypassesSnooze'>,
  account: AccountId | null,
  level: AlertLevel,
  now: number,
): number {
  if (level === 'danger' && dangerBypassesSnooze) return 0;
  const { all, accounts } = dropFutureSnooze(snooze, now);
  const its = account === null ? 0 : getOwn(accounts, account);
  const until = Math.max(all, its ?? 0, quietUntil(quiet, now));
  return until > now ? until : 0;
}
