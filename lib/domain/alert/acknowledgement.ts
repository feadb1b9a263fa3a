import { compareLevels } from '../margin/risk.ts';
import type { Card } from '../portfolio/card.ts';
import type { AlertSettings } from './alert-settings.ts';
import { riskKey } from './subjects.ts';
import { type AlertStates, getAlertState } from './update-alert-states.ts';

/**
 * Returns when the user acknowledged the alert about a card, null while it may be repeated, and undefined where there
 * is no alert to acknowledge.
 */
export function findSeenAt(
  alertStates: AlertStates,
  { on, from }: Pick<AlertSettings, 'on' | 'from'>,
  card: Card,
): number | null | undefined {
  const { level, seen } = getAlertState(alertStates, riskKey(card));
  if (!on || level === 'safe' || compareLevels(level, from) < 0) return undefined;
  return seen?.at ?? null;
}
