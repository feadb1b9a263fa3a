import { isWiped } from '../../lib/browser/storage/is-wiped.ts';
import { valueOr } from '../../lib/browser/storage/signals.ts';
import type { Loaded } from '../../lib/browser/storage/store.ts';
import { latestSettings } from '../../lib/browser/storage/unsaved-hide-amounts.ts';
import { latestReadings, type UnsavedReadings } from '../../lib/browser/storage/unsaved-readings.ts';
import type { Account, AccountId } from '../../lib/domain/account/account.ts';
import { NO_RUN, type PollRun } from '../../lib/domain/polling/poll-run.ts';
import { getRefreshState, type RefreshRequest, type RefreshState } from '../../lib/domain/polling/refresh-state.ts';
import { buildCards, type Card, type Portfolio } from '../../lib/domain/portfolio/card.ts';
import { collectIssues, isUnread } from '../../lib/domain/portfolio/issues.ts';
import { listRetiredProducts } from '../../lib/domain/portfolio/retired-products.ts';
import { type LockState, lockedSince, NEVER_LOCKED } from '../../lib/domain/vault/lock.ts';

/** The stored values, the clock, the user's last refresh, and whether the last change of “Hide amounts” was lost. */
export type StoredState = { readonly [Name in keyof Portfolio]: Loaded<Portfolio[Name]> } & {
  readonly unsavedReadings: Loaded<UnsavedReadings | null>;
  readonly unsavedHideAmounts: Loaded<boolean | null>;
  readonly pollRun: Loaded<PollRun>;
  readonly lock: Loaded<LockState>;
  readonly unfoldedAccounts: Loaded<readonly AccountId[]>;
  readonly wipedAt: Loaded<number | null>;
  readonly refreshRequest: RefreshRequest | null;
  readonly isToggleLost: boolean;
  readonly now: number;
};

/** The content of the view: the figures, or the reason why stored values cannot be used. */
export type ViewModel = { readonly state: 'future' | 'corrupt' | 'unavailable' | 'wiped' } | ReadyViewModel;

export type ReadyViewModel = {
  readonly state: 'ready';
  readonly portfolio: Portfolio;
  readonly cards: readonly Card[];
  /** Sample data replaces accounts. */
  readonly isSampleData: boolean;
  readonly refresh: RefreshState;
  /** The browser failed to store the last readings, or the last change of “Hide amounts”. */
  readonly writeFailed: boolean;
  /** When the last poll ended; null while one is running. */
  readonly polledAt: number | null;
  readonly lock: LockState;
  /** The accounts of a long list that are unfolded. */
  readonly unfoldedAccounts: readonly AccountId[];
  readonly now: number;
};

/** Builds the content of the view. `samples` replace accounts and readings. */
export function buildViewModel(
  stored: StoredState,
  samples: Pick<Portfolio, 'accounts' | 'readings'> | null = null,
): ViewModel {
  const { accounts, wipedAt, now } = stored;
  const settings = latestSettings(stored.settings, stored.unsavedHideAmounts);
  const readings = latestReadings(stored.readings, stored.unsavedReadings);
  if (!('value' in accounts && 'value' in settings && 'value' in readings)) {
    const states = [accounts, settings, readings].map(({ state }) => state);
    return { state: (['future', 'unavailable'] as const).find((state) => states.includes(state)) ?? 'corrupt' };
  }
  if (isWiped(accounts, wipedAt)) return { state: 'wiped' };
  const portfolio = { accounts: accounts.value, settings: settings.value, readings: readings.value, ...samples };
  const pollRun = valueOr(stored.pollRun, NO_RUN);
  return {
    state: 'ready',
    portfolio,
    cards: buildCards(portfolio, now),
    isSampleData: samples !== null,
    refresh: getRefreshState(stored.refreshRequest, pollRun, now),
    writeFailed: pollRun.writeFailed || readings.isUnsaved || settings.isUnsaved || stored.isToggleLost,
    polledAt: pollRun.endedAt,
    lock: valueOr(stored.lock, NEVER_LOCKED),
    unfoldedAccounts: valueOr(stored.unfoldedAccounts, []),
    now,
  };
}

/** Returns whether to show sample data: the user asked for it and there is no account. */
export function usesSampleData(accounts: Loaded<readonly Account[]>, sampleData: Loaded<boolean>): boolean {
  return 'value' in accounts && accounts.value.length === 0 && valueOr(sampleData, false);
}

/** Returns whether the view needs more than figures: issues, a welcome, placeholders or one more total. */
export function needsLazyComponents(view: ViewModel): boolean {
  if (view.state !== 'ready') return true;
  const { portfolio, cards, isSampleData, refresh, writeFailed } = view;
  return (
    isSampleData ||
    refresh === 'unanswered' ||
    writeFailed ||
    cards.some(({ stale }) => stale) ||
    isUnread(portfolio, 'empty') ||
    portfolio.accounts.length === 0 ||
    portfolio.settings.alsoIn !== '' ||
    collectIssues(portfolio).length > 0 ||
    listRetiredProducts(portfolio.readings, portfolio.accounts).length > 0
  );
}

/** Returns whether the background needs the password before it can poll. */
export function isLocked(lock: LockState): boolean {
  return lock.mode === 'password' && lockedSince(lock) !== null;
}
