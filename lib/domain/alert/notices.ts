import type { AccountId } from '../account/account.ts';
import { MINUTE } from '../core/time.ts';
import { compareLevels } from '../margin/risk.ts';
import { isStale } from '../polling/reading.ts';
import { type AlertDetails, describeSubject } from './alert-details.ts';
import type { AlertSettings } from './alert-settings.ts';
import type { AlertLevel, AlertState } from './alert-state.ts';
import { type NotificationKind, type NotificationPolicy, nextNotification } from './notification-schedule.ts';
import { type Snooze, suppressedUntil } from './snooze.ts';
import { type AlertSubject, riskKeyOfUnknown } from './subjects.ts';
import { type AlertStates, getAlertState } from './update-alert-states.ts';

/** A due notification. `at` is the time at which its figures were read, in ms. */
export type AlertNotice = {
  readonly key: string;
  readonly due: NotificationKind;
  readonly level: AlertLevel;
  readonly previousLevel: AlertLevel;
  readonly at: number;
  readonly account: AccountId | null;
  readonly details: AlertDetails;
};

/** The due notices, most urgent first: those to deliver now, and those that a snooze suppresses. */
export type DueNotices = { readonly active: readonly AlertNotice[]; readonly suppressed: readonly AlertNotice[] };

export function collectDueNotices(
  alertStates: AlertStates,
  subjects: readonly AlertSubject[],
  alertSettings: AlertSettings,
  snooze: Snooze,
  period: number,
  now: number,
): DueNotices {
  if (!alertSettings.on) return { active: [], suppressed: [] };
  const notices = subjects.flatMap((subject): AlertNotice[] => {
    const alertState = getAlertState(alertStates, subject.key);
    const due = nextNotification(
      alertState,
      notificationPolicy(subject, alertSettings),
      isCurrent(subject, alertState, period, now),
      now,
    );
    const lastLevel = getAlertState(alertStates, riskKeyOfUnknown(subject.key)).level;
    return due === null ? [] : [buildNotice(subject, alertState, due, lastLevel)];
  });
  const sorted = notices.toSorted((a, b) => compareLevels(b.level, a.level));
  const isSilent = ({ account, level }: AlertNotice) => suppressedUntil(snooze, alertSettings, account, level, now) > 0;
  return { active: sorted.filter((each) => !isSilent(each)), suppressed: sorted.filter(isSilent) };
}

/** A card knows the period in force for its account. */
function isCurrent(subject: AlertSubject, { at }: AlertState, period: number, now: number): boolean {
  return !isStale(at, period, now) && !(subject.rule === 'risk' && subject.card.stale);
}

/** Returns the page of the contract that a notice is about, or null where its address is unknown. */
export function noticeUrl({ details, due }: AlertNotice): string | null {
  return details.rule === 'risk' && due !== 'resolved' ? (details.url ?? null) : null;
}

/** Returns whether the user can acknowledge a notice: it is active and may be repeated. */
export function canAcknowledge({ details, due }: AlertNotice): boolean {
  return due !== 'resolved' && ['risk', 'condition', 'liquidating'].includes(details.rule);
}

/**
 * Returns whether a notice only clears a notification. Resumed monitoring and a risk that is known
 * again need no notification of their own.
 */
export function isClearing({ due, details }: AlertNotice): boolean {
  return due === 'resolved' && ['unknown', 'lost', 'locked'].includes(details.rule);
}

/** Danger stays on screen until the user dismisses it. Caution and recovery make no sound. */
export function notificationUrgency(notices: readonly AlertNotice[]): 'critical' | 'normal' | 'silent' {
  if (notices.some(({ level }) => level === 'danger')) return 'critical';
  return notices.some(({ level }) => level === 'warning') ? 'normal' : 'silent';
}

function notificationPolicy(
  { rule }: AlertSubject,
  { from, repeatWarning, repeatDanger }: AlertSettings,
): NotificationPolicy {
  const warning = repeatWarning * MINUTE;
  switch (rule) {
    case 'risk':
      return { from, repeat: { warning, danger: repeatDanger * MINUTE } };
    case 'condition':
      return { from: 'caution', repeat: { warning } };
    case 'liquidating':
      return { from: 'caution', repeat: { danger: repeatDanger * MINUTE } };
    case 'unknown':
    case 'lost':
    case 'locked':
      return { from: 'caution', repeat: {} };
  }
}

function buildNotice(
  subject: AlertSubject,
  { level, previousLevel, at }: AlertState,
  due: NotificationKind,
  lastLevel: AlertLevel,
): AlertNotice {
  const account = subject.account?.id ?? null;
  return {
    key: subject.key,
    due,
    level,
    previousLevel,
    at: subject.rule === 'lost' ? (subject.since ?? at) : at,
    account,
    details: describeSubject(subject, lastLevel),
  };
}
