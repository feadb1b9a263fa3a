import { type AlertLogEntry, isAlertLog } from '../../domain/alert/alert-log.ts';
import { type AlertSettings, DEFAULT_ALERT_SETTINGS, isAlertSettings } from '../../domain/alert/alert-settings.ts';
import { isSnooze, NO_SNOOZE, type Snooze } from '../../domain/alert/snooze.ts';
import { type AlertStates, areAlertStates, NO_ALERT_STATES } from '../../domain/alert/update-alert-states.ts';
import { isEither, isNull } from '../../domain/core/guards.ts';
import { defineLocalItem, defineSessionItem } from './define-item.ts';
import type { Loaded } from './store.ts';

/** Written by the pages. */
export const alertSettings = defineLocalItem<AlertSettings>('alertSettings', isAlertSettings, DEFAULT_ALERT_SETTINGS);

/** Written by the background: together with the readings in one write, and when an alert was delivered. */
export const alertStates = defineLocalItem<AlertStates>('alertStates', areAlertStates, NO_ALERT_STATES);

/** The alert states while writes to the disk fail; absent otherwise. */
export const inMemoryAlertStates = defineSessionItem<AlertStates | null>(
  'alertStates',
  isEither(areAlertStates, isNull),
  null,
);

/** Returns the alert states that the disk did not take, or else the stored ones. */
export function latestAlertStates(
  stored: Loaded<AlertStates>,
  inMemory: Loaded<AlertStates | null>,
): Loaded<AlertStates> {
  return 'value' in inMemory && inMemory.value !== null ? { state: 'ok', value: inMemory.value } : stored;
}

/** Written by the background when the user snoozes alerts. */
export const snooze = defineLocalItem<Snooze>('snooze', isSnooze, NO_SNOOZE);

/** Written by the background when an alert was delivered, blocked or snoozed. */
export const alertLog = defineLocalItem<readonly AlertLogEntry[]>('alertLog', isAlertLog, []);
