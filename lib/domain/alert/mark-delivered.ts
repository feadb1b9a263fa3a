import { mapValues } from '../core/objects.ts';
import type { DueNotices } from './notices.ts';
import { markNotified } from './notification-schedule.ts';
import type { AlertStates } from './update-alert-states.ts';

/**
 * Returns the alert states after delivery. Rejected and snoozed notices stay due, except snoozed recoveries, which need
 * no notification later.
 */
export function markDelivered(
  alertStates: AlertStates,
  { active, suppressed }: DueNotices,
  accepted: boolean,
  now: number,
): AlertStates {
  const done = [...(accepted ? active : []), ...suppressed.filter(({ due }) => due === 'resolved')].map(
    ({ key }) => key,
  );
  const refusedAt = accepted ? null : now;
  if (done.length === 0 && refusedAt === alertStates.refusedAt) return alertStates;
  const states = mapValues(alertStates.states, (alertState, key) =>
    done.includes(key) ? markNotified(alertState, now) : alertState,
  );
  return { ...alertStates, states, refusedAt };
}
