import type { Account, AccountId } from '../account/account.ts';
import { formatMoment } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';
import { dropFutureSnooze, type Snooze } from './snooze.ts';

/** An active snooze of one account or, with null, of all. */
export type ActiveSnooze = { readonly account: AccountId | null; readonly label: string; readonly until: number };

/** Lists the active snoozes; the one for all accounts comes first. */
export function listActiveSnoozes(
  stored: Snooze,
  accounts: readonly Account[],
  now: number,
  i18n: I18n,
): readonly ActiveSnooze[] {
  const snooze = dropFutureSnooze(stored, now);
  const all = { account: null, label: i18n.t('all_accounts'), until: snooze.all };
  const single = accounts.map(({ id, label }) => ({ account: id, label, until: snooze.accounts[id] ?? 0 }));
  return [all, ...single].filter(({ until }) => until > now);
}

/** Formats the active snoozes as lines: `All accounts: alerts muted until 14:30`. */
export function formatSnoozes(snooze: Snooze, accounts: readonly Account[], now: number, i18n: I18n): string[] {
  return listActiveSnoozes(snooze, accounts, now, i18n).map(({ label, until }) =>
    i18n.t('muted_until', label, formatMoment(until, now, i18n)),
  );
}
