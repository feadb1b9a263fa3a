import type { Account, AccountId } from '../account/account.ts';
import { formatMoment } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';
import type { Snooze } from './snooze.ts';

/** One silence that holds, of an account or, with null, of all. */
export type ActiveSnooze = { readonly account: AccountId | null; readonly label: string; readonly until: number };

/** The silences that hold now, that of all first. */
export function listActiveSnoozes(
  silence: Snooze,
  accounts: readonly Account[],
  now: number,
  words: I18n,
): readonly ActiveSnooze[] {
  const all = { account: null, label: words.t('all_accounts'), until: silence.all };
  const single = accounts.map(({ id, label }) => ({ account: id, label, until: silence.accounts[id] ?? 0 }));
  return [all, ...single].filter(({ until }) => until > now);
}

/** The same as lines: `All accounts: alerts silenced until 14:30`. */
export function formatSnoozes(silence: Snooze, accounts: readonly Account[], now: number, words: I18n): string[] {
  return listActiveSnoozes(silence, accounts, now, words).map(({ label, until }) =>
    words.t('silenced_until', label, formatMoment(until, now, words)),
  );
}
