import { clock } from '../../browser/api/clock.ts';
import * as alerts from '../../browser/storage/alert-items.ts';
import { readOrDefault, update } from '../../browser/storage/store.ts';
import { withAlertsLock } from '../../browser/sync/locks.ts';
import { lastNotificationTime } from '../../domain/alert/alert-state.ts';
import { SEVERAL } from '../../domain/alert/notification-id.ts';
import { markSeen } from '../../domain/alert/notification-schedule.ts';
import type { AlertStates } from '../../domain/alert/update-alert-states.ts';
import { mapValues } from '../../domain/core/objects.ts';

/**
 * Stops the repeats of an alert until it gets worse, or takes that back. A notification about several subjects counts
 * for all whose last notification it is; `shownAt` is when it was shown.
 */
export async function acknowledgeAlert(wanted: string, isSeen: boolean, shownAt?: number): Promise<void> {
  const mark = (known: AlertStates): AlertStates => ({
    ...known,
    states: mapValues(known.states, (alertState, key) => {
      const isMeant = wanted === SEVERAL ? lastNotificationTime(alertState) === shownAt : key === wanted;
      return isMeant && alertState.level !== 'safe' ? markSeen(alertState, isSeen, clock.now()) : alertState;
    }),
  });
  await withAlertsLock(async () => {
    // While the disk takes no write, the states are in memory.
    const inMemory = await readOrDefault(alerts.inMemoryAlertStates);
    if (inMemory === null) await update(alerts.alertStates, mark);
    else await update(alerts.inMemoryAlertStates, (known) => known && mark(known));
  });
}
