import { clock } from '../../browser/api/clock.ts';
import * as alerts from '../../browser/storage/alert-items.ts';
import * as items from '../../browser/storage/items.ts';
import { resetItem } from '../../browser/storage/reset-item.ts';
import { type Loaded, StoreError, valueOrThrow } from '../../browser/storage/store.ts';
import { loadAll, updateWith } from '../../browser/storage/store-many.ts';
import { withAlertsLock } from '../../browser/sync/locks.ts';
import type { Account } from '../../domain/account/account.ts';
import { collectSubjects } from '../../domain/alert/subjects.ts';
import { type AlertStates, NO_ALERT_STATES, updateAlertStates } from '../../domain/alert/update-alert-states.ts';
import type { Readings } from '../../domain/polling/reading.ts';
import { buildCards, type Card, type Portfolio } from '../../domain/portfolio/card.ts';
import {
  ALERT_SETTINGS,
  type AlertInput,
  type DeliverySettings,
  deliverAlerts,
  deliverUnsavedAlerts,
  resolveAlertSettings,
} from '../alerts/deliver-alerts.ts';

/** The stored portfolio and its cards. */
export type Committed = { readonly portfolio: Portfolio; readonly cards: readonly Card[] };

/**
 * Changes the readings, updates the alert states, writes both at once, and delivers due alerts. If the write fails, the
 * alerts are still delivered before the error is thrown.
 */
export async function commitReadings(
  change: (known: Readings, accounts: readonly Account[]) => Readings,
): Promise<Committed> {
  // Holds the lock until the delivery ends, so that nobody else updates or delivers the same states.
  return await withAlertsLock(async () => {
    const stored = await loadAll({ accounts: items.accounts, settings: items.settings, ...ALERT_SETTINGS, spare });
    const accounts = valueOrThrow(items.accounts, stored.accounts);
    const settings = valueOrThrow(items.settings, stored.settings);
    const alertSettings = resolveAlertSettings(stored);
    let committed: Computed | undefined;
    let areStatesStored = false;
    try {
      await updateWith(items.readings, alerts.alertStates, (known, states) => {
        const before = resolveAlertStates(states, stored.spare);
        const portfolio = { accounts, settings, readings: change(known, accounts) };
        committed = compute(portfolio, before ?? NO_ALERT_STATES, alertSettings);
        areStatesStored = before !== undefined;
        return [portfolio.readings, before && committed.states];
      });
    } catch (error) {
      if (committed && error instanceof StoreError && error.state === 'unavailable')
        await deliverUnsavedAlerts(committed);
      throw error;
    }
    if (!committed) throw new TypeError('a write that was done was never computed');
    if ('value' in stored.spare && stored.spare.value !== null) await resetItem(spare);
    if (areStatesStored) await deliverAlerts(committed);
    return committed;
  });
}

const spare = alerts.inMemoryAlertStates;

type Computed = Committed & AlertInput;

function compute(portfolio: Portfolio, before: AlertStates, settings: DeliverySettings): Computed {
  const now = clock.now();
  // Built once for all uses, because an account may hold a thousand positions.
  const cards = buildCards(portfolio, now);
  const subjects = collectSubjects(portfolio, settings.alertSettings, settings.locked, now, cards);
  return {
    portfolio,
    cards,
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
  if ('value' in inMemory && inMemory.value !== null) return inMemory.value;
  if ('value' in stored) return stored.value;
  return stored.state === 'corrupt' ? NO_ALERT_STATES : undefined;
}
