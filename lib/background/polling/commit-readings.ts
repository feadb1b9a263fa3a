import { clock } from '../../browser/api/clock.ts';
import * as alerts from '../../browser/storage/alert-items.ts';
import * as items from '../../browser/storage/items.ts';
import { resetItem } from '../../browser/storage/reset-item.ts';
import { type Loaded, StoreError, valueOrThrow } from '../../browser/storage/store.ts';
import { loadAll, updateWith } from '../../browser/storage/store-many.ts';
import { latestSettings, saveHideAmounts, unsavedHideAmounts } from '../../browser/storage/unsaved-hide-amounts.ts';
import { holdReadings, latestReadings, unsavedReadings } from '../../browser/storage/unsaved-readings.ts';
import { withAlertsLock } from '../../browser/sync/locks.ts';
import type { Account } from '../../domain/account/account.ts';
import { collectSubjects } from '../../domain/alert/subjects.ts';
import { type AlertStates, NO_ALERT_STATES, updateAlertStates } from '../../domain/alert/update-alert-states.ts';
import { NO_READINGS, type Readings } from '../../domain/polling/reading.ts';
import { limitAllPositions } from '../../domain/polling/stored-positions.ts';
import { buildCards, type Card, type Portfolio } from '../../domain/portfolio/card.ts';
import {
  ALERT_SETTINGS,
  type AlertInput,
  type DeliverySettings,
  deliverAlerts,
  deliverUnsavedAlerts,
  resolveAlertSettings,
} from '../alerts/deliver-alerts.ts';

/** The new portfolio and its cards. `isSaved` is false while the disk takes no write: memory keeps the readings. */
export type Committed = { readonly portfolio: Portfolio; readonly cards: readonly Card[]; readonly isSaved: boolean };

/**
 * Changes the readings, updates the alert states, writes both at once, and delivers due alerts. If the disk rejects the
 * write, both are kept in memory, and the alerts are delivered too.
 */
export async function commitReadings(
  change: (known: Readings, accounts: readonly Account[]) => Readings,
): Promise<Committed> {
  // Holds the lock until the delivery ends, so that nobody else updates or delivers the same states.
  return await withAlertsLock(async () => {
    const stored = await loadAll({
      accounts: items.accounts,
      settings: items.settings,
      ...ALERT_SETTINGS,
      inMemoryAlertStates: alerts.inMemoryAlertStates,
      unsavedReadings,
      unsavedHideAmounts,
    });
    const accounts = valueOrThrow(items.accounts, stored.accounts);
    const settings = valueOrThrow(items.settings, latestSettings(stored.settings, stored.unsavedHideAmounts));
    const alertSettings = resolveAlertSettings(stored);
    let committed: Computed | undefined;
    let onDisk = NO_READINGS;
    let areStatesStored = false;
    try {
      await updateWith(items.readings, alerts.alertStates, (known, states) => {
        const before = resolveAlertStates(states, stored.inMemoryAlertStates);
        onDisk = known;
        const latest = latestReadings({ state: 'ok', value: known }, stored.unsavedReadings);
        // The reading of a check, or one merged from two, may exceed the limit.
        const readings = limitAllPositions(change('value' in latest ? latest.value : known, accounts), known);
        committed = compute({ accounts, settings, readings }, before ?? NO_ALERT_STATES, alertSettings);
        areStatesStored = before !== undefined;
        return [readings, before && committed.states];
      });
    } catch (error) {
      if (!committed || !(error instanceof StoreError) || error.state !== 'unavailable') throw error;
      const isHeld = await holdReadings(onDisk, committed.portfolio.readings);
      await deliverUnsavedAlerts(committed);
      if (!isHeld) throw error;
      return { ...committed, isSaved: false };
    }
    if (!committed) throw new TypeError('a write that was done was never computed');
    if (isHeldInMemory(stored.unsavedReadings)) await resetItem(unsavedReadings);
    if (isHeldInMemory(stored.inMemoryAlertStates)) await resetItem(alerts.inMemoryAlertStates);
    if (isHeldInMemory(stored.unsavedHideAmounts)) await saveHideAmounts();
    if (areStatesStored) await deliverAlerts(committed);
    return committed;
  });
}

/** A damaged value is replaced too. */
function isHeldInMemory(loaded: Loaded<unknown>): boolean {
  return 'value' in loaded ? loaded.value !== null : loaded.state === 'corrupt';
}

type Computed = Committed & AlertInput;

function compute(portfolio: Portfolio, before: AlertStates, settings: DeliverySettings): Computed {
  const now = clock.now();
  const cards = buildCards(portfolio, now);
  const subjects = collectSubjects(portfolio, settings.alertSettings, settings.locked, now, cards);
  return {
    portfolio,
    cards,
    isSaved: true,
    subjects,
    states: updateAlertStates(before, subjects, portfolio, settings.alertSettings, now),
    settings,
  };
}

/**
 * Returns the last known alert states; undefined if a later version wrote them, because nothing may overwrite those.
 */
function resolveAlertStates(
  stored: Loaded<AlertStates>,
  inMemory: Loaded<AlertStates | null>,
): AlertStates | undefined {
  const latest = alerts.latestAlertStates(stored, inMemory);
  if ('value' in latest) return latest.value;
  return latest.state === 'corrupt' ? NO_ALERT_STATES : undefined;
}
