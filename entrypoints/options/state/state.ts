import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { isHostGranted } from '../../../lib/browser/api/host-permission.ts';
import { onGrant } from '../../../lib/browser/api/lifecycle.ts';
import { startClock } from '../../../lib/browser/page/clock-signal.ts';
import * as alerts from '../../../lib/browser/storage/alert-items.ts';
import * as items from '../../../lib/browser/storage/items.ts';
import { lock as lockItem, rekeyed as rekeyedItem } from '../../../lib/browser/storage/lock-items.ts';
import { outcomes as outcomesItem } from '../../../lib/browser/storage/outcome-items.ts';
import { itemSignals, valueOr } from '../../../lib/browser/storage/signals.ts';
import type { Loaded } from '../../../lib/browser/storage/store.ts';
import type { Account } from '../../../lib/domain/account/account.ts';
import type { Outcome } from '../../../lib/domain/account/account-draft.ts';
import type { Entry } from '../../../lib/domain/alert/alert-log.ts';
import type { Alerting } from '../../../lib/domain/alert/alert-settings.ts';
import { NO_SILENCE, type Silence } from '../../../lib/domain/alert/snooze.ts';
import { NO_READINGS, type Readings } from '../../../lib/domain/polling/reading.ts';
import type { Watched } from '../../../lib/domain/portfolio/card.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/domain/settings/settings.ts';
import { type Lock, NEVER_LOCKED } from '../../../lib/domain/vault/lock.ts';
import type { RekeyEnd } from '../../../lib/domain/vault/rekey.ts';

/** The stored values that the settings show, and the clock. */
export type State = {
  readonly now: ReadonlySignal<number>;
  readonly accounts: ReadonlySignal<Loaded<readonly Account[]>>;
  readonly settings: ReadonlySignal<Loaded<Settings>>;
  readonly readings: ReadonlySignal<Loaded<Readings>>;
  readonly showcase: ReadonlySignal<Loaded<boolean>>;
  readonly loss: ReadonlySignal<Loaded<number | null>>;
  /** Whether the browser lets the extension reach Bitget. */
  readonly granted: ReadonlySignal<boolean>;
  readonly alerting: ReadonlySignal<Loaded<Alerting>>;
  readonly silence: ReadonlySignal<Silence>;
  readonly alertLog: ReadonlySignal<readonly Entry[]>;
  readonly outcomes: ReadonlySignal<Readonly<Record<string, Outcome>>>;
  /** How the keys are kept, and how the last change of that ended. */
  readonly lock: ReadonlySignal<Lock>;
  readonly rekeyed: ReadonlySignal<RekeyEnd | null>;
  /** What can be used of the above; amounts are hidden while it is not known whether they are to be. */
  readonly watched: ReadonlySignal<Watched>;
};

export async function openState(): Promise<State> {
  const stored = await itemSignals({
    accounts: items.accounts,
    settings: items.settings,
    readings: items.readings,
    showcase: items.showcase,
    loss: items.loss,
    alerting: alerts.alerting,
    silence: alerts.silence,
    alertLog: alerts.alertLog,
    lock: lockItem,
    outcomes: outcomesItem,
    rekeyed: rekeyedItem,
  });
  const granted = signal(true);
  onGrant(
    () =>
      void isHostGranted().then((is) => {
        granted.value = is;
      }),
  );
  granted.value = await isHostGranted();
  const { accounts, settings, readings, silence, alertLog, lock, outcomes, rekeyed } = stored;
  return {
    now: startClock(),
    ...stored,
    granted,
    silence: computed(() => valueOr(silence.value, NO_SILENCE)),
    alertLog: computed(() => valueOr(alertLog.value, [])),
    lock: computed(() => valueOr(lock.value, NEVER_LOCKED)),
    rekeyed: computed(() => valueOr(rekeyed.value, null)),
    outcomes: computed(() => valueOr(outcomes.value, {})),
    watched: computed(() => ({
      accounts: valueOr(accounts.value, []),
      settings: valueOr(settings.value, { ...DEFAULT_SETTINGS, hideAmounts: true }),
      readings: valueOr(readings.value, NO_READINGS),
    })),
  };
}
