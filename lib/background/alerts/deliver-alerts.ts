import { clock } from '../../browser/api/clock.ts';
import { createI18n } from '../../browser/api/i18n.ts';
import { showNotification } from '../../browser/api/notifications.ts';
import * as alerts from '../../browser/storage/alert-items.ts';
import { latestLockState, lockState, unsavedLockState } from '../../browser/storage/lock-items.ts';
import { readPortfolio } from '../../browser/storage/read-portfolio.ts';
import { ignoreUnusableStorage, type Loaded, update, valueOrFallback, write } from '../../browser/storage/store.ts';
import { loadAll } from '../../browser/storage/store-many.ts';
import { withAlertsLock } from '../../browser/sync/locks.ts';
import { appendToLog } from '../../domain/alert/alert-log.ts';
import type { AlertSettings } from '../../domain/alert/alert-settings.ts';
import { formatAlerts, formatButtons } from '../../domain/alert/alert-text.ts';
import { markDelivered } from '../../domain/alert/mark-delivered.ts';
import {
  type AlertNotice,
  collectDueNotices,
  type DueNotices,
  isClearing,
  noticeUrl,
  notificationUrgency,
} from '../../domain/alert/notices.ts';
import { formatNotificationId, SEVERAL } from '../../domain/alert/notification-id.ts';
import type { Snooze } from '../../domain/alert/snooze.ts';
import { type AlertSubject, collectSubjects } from '../../domain/alert/subjects.ts';
import type { AlertStates } from '../../domain/alert/update-alert-states.ts';
import type { Portfolio } from '../../domain/portfolio/card.ts';
import { type LockState, lockedSince } from '../../domain/vault/lock.ts';
import { clearOlderNotifications } from './clear-older-notifications.ts';

/** The items of the delivery settings, to be read together with others. */
export const ALERT_SETTINGS = {
  alertSettings: alerts.alertSettings,
  snooze: alerts.snooze,
  lock: lockState,
  unsavedLock: unsavedLockState,
};

/** How to notify the user. `locked` is when the vault was locked, or null. */
export type DeliverySettings = {
  readonly alertSettings: AlertSettings;
  readonly snooze: Snooze;
  readonly locked: number | null;
};

/** The input of a delivery, all from the same moment. */
export type AlertInput = {
  readonly portfolio: Portfolio;
  readonly subjects: readonly AlertSubject[];
  readonly states: AlertStates;
  readonly settings: DeliverySettings;
};

/** The alert settings, or the defaults if unreadable: a missed alert is worse than a noisy one. */
export function resolveAlertSettings(loaded: {
  readonly alertSettings: Loaded<AlertSettings>;
  readonly snooze: Loaded<Snooze>;
  readonly lock: Loaded<LockState>;
  readonly unsavedLock: Loaded<LockState | null>;
}): DeliverySettings {
  return {
    alertSettings: valueOrFallback(alerts.alertSettings, loaded.alertSettings),
    snooze: valueOrFallback(alerts.snooze, loaded.snooze),
    locked: lockedSince(valueOrFallback(lockState, latestLockState(loaded.lock, loaded.unsavedLock))),
  };
}

/** Delivers due alerts from storage, after the user has changed the alert settings. */
export async function deliverStoredAlerts(): Promise<void> {
  await withAlertsLock(async () => {
    const { stored, inMemory, ...loaded } = await loadAll({
      stored: alerts.alertStates,
      inMemory: alerts.inMemoryAlertStates,
      ...ALERT_SETTINGS,
    });
    const states = alerts.latestAlertStates(stored, inMemory);
    if (!('value' in states)) return;
    const deliver = states === stored ? deliverAlerts : deliverUnsavedAlerts;
    const portfolio = await readPortfolio();
    const alertSettings = resolveAlertSettings(loaded);
    const subjects = collectSubjects(portfolio, alertSettings.alertSettings, alertSettings.locked, clock.now());
    await deliver({ portfolio: portfolio, subjects, states: states.value, settings: alertSettings });
    // The toolbar and the pages report unusable storage.
  }).catch(ignoreUnusableStorage);
}

/**
 * Delivers the alerts of the states just stored. Requires the alerts lock. An alert that the browser rejects stays due
 * for the next round.
 */
export async function deliverAlerts(input: AlertInput): Promise<void> {
  const change = await notifyDue(input);
  if (change(input.states) !== input.states) await update(alerts.alertStates, change);
}

/** Delivers the alerts of states that could not be stored, and keeps those states in session storage. */
export async function deliverUnsavedAlerts(input: AlertInput): Promise<void> {
  const change = await notifyDue(input);
  await write(alerts.inMemoryAlertStates, change(input.states));
}

/** Shows the due alerts, and returns the change of the alert states. */
async function notifyDue({
  portfolio,
  subjects,
  states,
  settings,
}: AlertInput): Promise<(states: AlertStates) => AlertStates> {
  const now = clock.now();
  const { period, hideAmounts } = portfolio.settings;
  const notices = collectDueNotices(states, subjects, settings.alertSettings, settings.snooze, period, now);
  const accepted = await showAlert(notices.active, hideAmounts, now);
  if (accepted) await clearOlderNotifications(notices.active, states, now);
  await appendToAlertLog(notices, accepted, now);
  return (present) => markDelivered(present, notices, accepted, now);
}

/** Shows all notices of a round as one notification. Resumed monitoring needs none. */
async function showAlert(notices: readonly AlertNotice[], hidden: boolean, now: number): Promise<boolean> {
  const shown = notices.filter((each) => !isClearing(each));
  const [first, ...others] = shown;
  if (!first) return true;
  const i18n = createI18n();
  const isSingle = others.length === 0;
  const url = isSingle ? noticeUrl(first) : null;
  return await showNotification({
    id: formatNotificationId({ key: isSingle ? first.key : SEVERAL, at: now, url }),
    ...formatAlerts(shown, hidden, now, i18n),
    urgency: notificationUrgency(shown),
    buttons: formatButtons(shown, url, i18n),
  });
}

/** The log is informational: a failed write must not stop the alert. */
async function appendToAlertLog({ active, suppressed }: DueNotices, accepted: boolean, now: number): Promise<void> {
  if (active.length + suppressed.length === 0) return;
  await update(alerts.alertLog, (log) =>
    appendToLog(appendToLog(log, suppressed, 'snoozed', now), active, accepted ? 'delivered' : 'blocked', now),
  ).catch(ignoreUnusableStorage);
}
