import type { Account, AccountId } from '../account/account.ts';
import { moment } from '../i18n/format.ts';
import type { Words } from '../i18n/i18n.ts';
import type { Silence } from './snooze.ts';

/** One silence that holds, of an account or, with null, of all. */
export type Hush = { readonly account: AccountId | null; readonly label: string; readonly until: number };

/** The silences that hold now, that of all first. */
export function hushesOf(silence: Silence, accounts: readonly Account[], now: number, words: Words): readonly Hush[] {
  const all = { account: null, label: words.text('all_accounts'), until: silence.all };
  const single = accounts.map(({ id, label }) => ({ account: id, label, until: silence.accounts[id] ?? 0 }));
  return [all, ...single].filter(({ until }) => until > now);
}

/** The same as lines: `All accounts: alerts silenced until 14:30`. */
export function silenceText(silence: Silence, accounts: readonly Account[], now: number, words: Words): string[] {
  return hushesOf(silence, accounts, now, words).map(({ label, until }) =>
    words.text('silenced_until', label, moment(until, now, words)),
  );
}
