import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { hasHostPermission } from '../../../lib/browser/api/host-permission.ts';
import { onHostPermissionGranted } from '../../../lib/browser/api/lifecycle.ts';
import { startClock } from '../../../lib/browser/page/clock-signal.ts';
import * as alerts from '../../../lib/browser/storage/alert-items.ts';
import * as items from '../../../lib/browser/storage/items.ts';
import {
  latestLockState,
  lockState as lockItem,
  rekeyResult as rekeyedItem,
  unsavedLockState,
} from '../../../lib/browser/storage/lock-items.ts';
import { outcomes as outcomesItem } from '../../../lib/browser/storage/outcome-items.ts';
import { itemSignals, valueOr } from '../../../lib/browser/storage/signals.ts';
import type { Loaded } from '../../../lib/browser/storage/store.ts';
import { latestSettings, unsavedHideAmounts } from '../../../lib/browser/storage/unsaved-hide-amounts.ts';
import { latestReadings, unsavedReadings } from '../../../lib/browser/storage/unsaved-readings.ts';
import type { Account } from '../../../lib/domain/account/account.ts';
import type { CheckOutcome } from '../../../lib/domain/account/account-draft.ts';
import type { AlertLogEntry } from '../../../lib/domain/alert/alert-log.ts';
import type { AlertSettings } from '../../../lib/domain/alert/alert-settings.ts';
import { NO_SNOOZE, type Snooze } from '../../../lib/domain/alert/snooze.ts';
import { NO_READINGS, type Readings } from '../../../lib/domain/polling/reading.ts';
import type { Portfolio } from '../../../lib/domain/portfolio/card.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/domain/settings/settings.ts';
import { type LockState, NEVER_LOCKED } from '../../../lib/domain/vault/lock.ts';
import type { RekeyResult } from '../../../lib/domain/vault/rekey.ts';
import { createNavigation, type Navigation } from './navigation.ts';
import { createSaver, type Saver } from './saver.ts';

/** The signals of the options page: stored values, permission and clock. */
export type State = {
  readonly saver: Saver;
  readonly navigation: Navigation;
  readonly now: ReadonlySignal<number>;
  readonly accounts: ReadonlySignal<Loaded<readonly Account[]>>;
  readonly settings: ReadonlySignal<Loaded<Settings>>;
  readonly readings: ReadonlySignal<Loaded<Readings>>;
  readonly sampleData: ReadonlySignal<Loaded<boolean>>;
  readonly wipedAt: ReadonlySignal<Loaded<number | null>>;
  /** Whether the extension has the host permission for Bitget. */
  readonly granted: ReadonlySignal<boolean>;
  readonly alertSettings: ReadonlySignal<Loaded<AlertSettings>>;
  readonly snooze: ReadonlySignal<Snooze>;
  readonly alertLog: ReadonlySignal<readonly AlertLogEntry[]>;
  readonly outcomes: ReadonlySignal<Readonly<Record<string, CheckOutcome>>>;
  /** The lock state, and the result of the last storage-mode change. */
  readonly lock: ReadonlySignal<LockState>;
  readonly rekeyed: ReadonlySignal<RekeyResult | null>;
  /** The usable values of the above. Amounts are hidden if the settings are unusable. */
  readonly portfolio: ReadonlySignal<Portfolio>;
};

export async function openState(): Promise<State> {
  const stored = await itemSignals({
    accounts: items.accounts,
    settings: items.settings,
    unsavedHideAmounts,
    readings: items.readings,
    unsavedReadings,
    sampleData: items.sampleData,
    wipedAt: items.wipedAt,
    alertSettings: alerts.alertSettings,
    snooze: alerts.snooze,
    alertLog: alerts.alertLog,
    lock: lockItem,
    unsavedLock: unsavedLockState,
    outcomes: outcomesItem,
    rekeyed: rekeyedItem,
  });
  const granted = signal(true);
  onHostPermissionGranted(
    () =>
      void hasHostPermission().then((is) => {
        granted.value = is;
      }),
  );
  granted.value = await hasHostPermission();
  const {
    accounts,
    readings,
    unsavedReadings: unsaved,
    snooze,
    alertLog,
    lock,
    unsavedLock,
    outcomes,
    rekeyed,
  } = stored;
  const settings = computed(() => latestSettings(stored.settings.value, stored.unsavedHideAmounts.value));
  return {
    saver: createSaver(),
    navigation: createNavigation(),
    now: startClock(),
    ...stored,
    settings,
    granted,
    snooze: computed(() => valueOr(snooze.value, NO_SNOOZE)),
    alertLog: computed(() => valueOr(alertLog.value, [])),
    lock: computed(() => valueOr(latestLockState(lock.value, unsavedLock.value), NEVER_LOCKED)),
    rekeyed: computed(() => valueOr(rekeyed.value, null)),
    outcomes: computed(() => valueOr(outcomes.value, {})),
    portfolio: computed(() => ({
      accounts: valueOr(accounts.value, []),
      settings: valueOr(settings.value, { ...DEFAULT_SETTINGS, hideAmounts: true }),
      readings: valueOr(latestReadings(readings.value, unsaved.value), NO_READINGS),
    })),
  };
}
