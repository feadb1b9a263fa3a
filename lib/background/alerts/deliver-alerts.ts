import { clock } from '../../browser/api/clock.ts';
import { language } from '../../browser/api/i18n.ts';
import { notify, withdraw } from '../../browser/api/notifications.ts';
import * as alerts from '../../browser/storage/alert-items.ts';
import * as items from '../../browser/storage/items.ts';
import { lock } from '../../browser/storage/lock-items.ts';
import { type Loaded, StoreError, update, valueOrFallback, write } from '../../browser/storage/store.ts';
import { loadAll, readAll } from '../../browser/storage/store-many.ts';
import { withAlertsLock } from '../../browser/sync/locks.ts';
import { logged } from '../../domain/alert/alert-log.ts';
import type { Alerting } from '../../domain/alert/alert-settings.ts';
import { alertsText } from '../../domain/alert/alert-text.ts';
import { type Issue, isClearing, type News, newsOf, urgencyOf } from '../../domain/alert/notices.ts';
import type { Silence } from '../../domain/alert/snooze.ts';
import { type Matter, mattersOf } from '../../domain/alert/subjects.ts';
import { type Book, settled } from '../../domain/alert/update-alert-states.ts';
import type { Watched } from '../../domain/portfolio/card.ts';
import { type Lock, lockedSince } from '../../domain/vault/lock.ts';

/** The values that say how the user wants to be notified, for one read together with others. */
export const ALERT_SETTINGS = { alerting: alerts.alerting, silence: alerts.silence, lock };

/** How the user wants to be notified; `locked` is since when the vault is locked, or null. */
export type AlertSettings = { readonly alerting: Alerting; readonly silence: Silence; readonly locked: number | null };

/** Everything that alerts are delivered from, at one moment. */
export type AlertInput = {
  readonly watched: Watched;
  readonly matters: readonly Matter[];
  readonly states: Book;
  readonly settings: AlertSettings;
};

/** The alert settings, or the defaults if unreadable: a missed alert is worse than a noisy one. */
export function resolveAlertSettings(loaded: {
  readonly alerting: Loaded<Alerting>;
  readonly silence: Loaded<Silence>;
  readonly lock: Loaded<Lock>;
}): AlertSettings {
  return {
    alerting: valueOrFallback(alerts.alerting, loaded.alerting),
    silence: valueOrFallback(alerts.silence, loaded.silence),
    locked: lockedSince(valueOrFallback(lock, loaded.lock)),
  };
}

/** Delivers the alerts that are due by what is stored, after the user has changed how to be notified. */
export async function deliverStoredAlerts(): Promise<void> {
  await withAlertsLock(async () => {
    const { states, ...loaded } = await loadAll({ states: alerts.alarms, ...ALERT_SETTINGS });
    if (!('value' in states)) return;
    const { accounts, settings, readings } = items;
    const watched = await readAll({ accounts, settings, readings });
    const alertSettings = resolveAlertSettings(loaded);
    const matters = mattersOf(watched, alertSettings.alerting, alertSettings.locked, clock.now());
    await deliverAlerts({ watched, matters, states: states.value, settings: alertSettings });
  });
}

/**
 * Delivers the alerts that are due by what was just stored, under the alerts lock that the caller holds. An alert that
 * the browser rejects stays due for the next round.
 */
export async function deliverAlerts(input: AlertInput): Promise<void> {
  const change = await notifyDue(input);
  if (change(input.states) !== input.states) await update(alerts.alarms, change);
}

/** Delivers the alerts of states that could not be stored, and keeps what was delivered while the browser runs. */
export async function deliverUnsavedAlerts(input: AlertInput): Promise<void> {
  const change = await notifyDue(input);
  await write(alerts.spareAlarms, change(input.states));
}

/** Shows what is due, and returns how that changes the alert states. */
async function notifyDue({ watched, matters, states, settings }: AlertInput): Promise<(states: Book) => Book> {
  const now = clock.now();
  const { period, hideAmounts } = watched.settings;
  const issue = newsOf(states, matters, settings.alerting, settings.silence, period, now);
  const accepted = await showNotification(issue.loud, hideAmounts, now);
  await appendToAlertLog(issue, accepted, now);
  return (present) => settled(present, issue, accepted, now);
}

/** Shows all news of a round as one notification. Recovered monitoring only clears its own notification. */
async function showNotification(news: readonly News[], hidden: boolean, now: number): Promise<boolean> {
  const over = news.filter(isClearing).map(({ key }) => idOf(key));
  if (over.length > 0) await withdraw((id) => over.includes(id));
  const said = news.filter((each) => !isClearing(each));
  const [first] = said;
  if (!first) return true;
  const id = idOf(said.length === 1 ? first.key : 'several');
  return await notify({ id, ...alertsText(said, hidden, now, language()), urgency: urgencyOf(said) });
}

/** The id of a notification: a later one about the same matter takes the place of an earlier one. */
function idOf(key: string): string {
  return `alert/${key}`;
}

/** The log is informational: a failed write must not stop the alert. */
async function appendToAlertLog({ loud, silent }: Issue, accepted: boolean, now: number): Promise<void> {
  if (loud.length + silent.length === 0) return;
  try {
    await update(alerts.alertLog, (log) =>
      logged(logged(log, silent, 'silenced', now), loud, accepted ? 'told' : 'refused', now),
    );
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}
