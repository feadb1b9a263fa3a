import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { startClock } from '../../lib/browser/page/clock-signal.ts';
import * as items from '../../lib/browser/storage/items.ts';
import { latestLockState, lockState, unsavedLockState } from '../../lib/browser/storage/lock-items.ts';
import { itemSignals } from '../../lib/browser/storage/signals.ts';
import { unsavedHideAmounts } from '../../lib/browser/storage/unsaved-hide-amounts.ts';
import { unsavedReadings } from '../../lib/browser/storage/unsaved-readings.ts';
import type { EquityDay } from '../../lib/domain/history/equity-day.ts';
import type { I18n } from '../../lib/domain/i18n/i18n.ts';
import type { RefreshRequest } from '../../lib/domain/polling/refresh-state.ts';
import { sampleData } from './lazy-modules.ts';
import { isToggleLost } from './toggle-amounts.ts';
import { buildViewModel, usesSampleData, type ViewModel } from './view-model.ts';

type PendingRefresh = Omit<RefreshRequest, 'waited'> & { readonly mark: number };

/** The signals from which the view is rendered. */
export type State = {
  readonly viewModel: ReadonlySignal<ViewModel>;
  readonly usesSampleData: ReadonlySignal<boolean>;
  /** The user's last refresh; null before the first one. `mark` is its time by `performance.now()`. */
  readonly refreshRequest: Signal<PendingRefresh | null>;
  readonly isPainted: Signal<boolean>;
  /** The key of the card whose details are shown; null for the dashboard. */
  readonly openedCard: Signal<string | null>;
  /** The course of the total over a day; null until the history is read, and where it is too short. */
  readonly equityDay: Signal<EquityDay | null>;
};

/** Reads the stored values and follows them. */
export async function createState(i18n: I18n): Promise<State> {
  const stored = await itemSignals({
    accounts: items.accounts,
    settings: items.settings,
    unsavedHideAmounts,
    readings: items.readings,
    unsavedReadings,
    pollRun: items.pollRun,
    lock: lockState,
    unsavedLock: unsavedLockState,
    sampleData: items.sampleData,
    unfoldedAccounts: items.unfoldedAccounts,
    wipedAt: items.wipedAt,
  });
  const now = startClock();
  const refreshRequest = signal<PendingRefresh | null>(null);
  const showsSamples = computed(() => usesSampleData(stored.accounts.value, stored.sampleData.value));
  effect(() => {
    if (showsSamples.value) void sampleData.load();
  });
  const samples = computed(() =>
    showsSamples.value && sampleData.value ? sampleData.value.buildSampleData(now.value, i18n) : null,
  );
  const viewModel = computed(() =>
    buildViewModel(
      {
        accounts: stored.accounts.value,
        settings: stored.settings.value,
        unsavedHideAmounts: stored.unsavedHideAmounts.value,
        readings: stored.readings.value,
        unsavedReadings: stored.unsavedReadings.value,
        pollRun: stored.pollRun.value,
        lock: latestLockState(stored.lock.value, stored.unsavedLock.value),
        unfoldedAccounts: stored.unfoldedAccounts.value,
        wipedAt: stored.wipedAt.value,
        refreshRequest: refreshRequest.value && {
          ...refreshRequest.value,
          waited: performance.now() - refreshRequest.value.mark,
        },
        isToggleLost: isToggleLost.value,
        now: now.value,
      },
      samples.value,
    ),
  );
  return {
    viewModel,
    usesSampleData: showsSamples,
    refreshRequest,
    isPainted: signal(false),
    openedCard: signal<string | null>(null),
    equityDay: signal<EquityDay | null>(null),
  };
}
