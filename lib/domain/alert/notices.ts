import type { AccountId } from '../account/account.ts';
import type { Product } from '../account/product-type.ts';
import { MINUTE } from '../core/time.ts';
import { type Position, positionRiskRate } from '../margin/position.ts';
import { compareLevels } from '../margin/risk.ts';
import { compare, type Decimal } from '../money/amount.ts';
import { isStale } from '../polling/reading.ts';
import type { Card } from '../portfolio/card.ts';
import { contractUrl } from '../view/bitget-links.ts';
import { type AlertRemedy, findAlertRemedy } from './alert-remedy.ts';
import type { AlertSettings } from './alert-settings.ts';
import type { AlertLevel, AlertState } from './alert-state.ts';
import type { Condition } from './condition.ts';
import { type NotificationKind, type NotificationPolicy, nextNotification } from './notification-schedule.ts';
import { type Snooze, suppressedUntil } from './snooze.ts';
import { type AlertSubject, riskKeyOfUnknown } from './subjects.ts';
import { type AlertStates, getAlertState } from './update-alert-states.ts';

/** The position that causes a risk, with the fields that a sentence about it needs. */
export type DrivingPosition = Pick<Position, 'symbol' | 'side' | 'mode' | 'leverage' | 'mark' | 'liquidation'>;

/** The content of an alert. `label` is the account's, or null for all accounts. */
export type AlertDetails =
  | {
      readonly rule: 'risk';
      readonly label: string;
      readonly product: Product;
      readonly coin: string;
      readonly rate: Decimal | null;
      readonly complete: boolean;
      readonly driver: DrivingPosition | null;
      /** The distance of `driver` to liquidation if it makes the level. Entries of earlier versions lack both fields. */
      readonly distance?: Decimal | null | undefined;
      readonly remedy?: AlertRemedy | null | undefined;
      readonly url?: string | null | undefined;
    }
  | {
      readonly rule: 'unknown';
      readonly label: string;
      readonly product: Product;
      readonly coin: string;
      /** The level when the risk was last known. */
      readonly lastLevel: AlertLevel;
      readonly why: 'positions_unread' | 'alert_no_figure';
    }
  | { readonly rule: 'lost'; readonly label: string }
  | { readonly rule: 'liquidating'; readonly label: string }
  | { readonly rule: 'locked' }
  | {
      readonly rule: 'condition';
      readonly label: string | null;
      readonly kind: Condition['kind'];
      readonly limit: Decimal;
      readonly hours: number;
      readonly value: Decimal | null;
    };

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
      !isStale(alertState.at, period, now),
      now,
    );
    const lastLevel = getAlertState(alertStates, riskKeyOfUnknown(subject.key)).level;
    return due === null ? [] : [buildNotice(subject, alertState, due, lastLevel)];
  });
  const sorted = notices.toSorted((a, b) => compareLevels(b.level, a.level));
  const isSilent = ({ account, level }: AlertNotice) => suppressedUntil(snooze, alertSettings, account, level, now) > 0;
  return { active: sorted.filter((each) => !isSilent(each)), suppressed: sorted.filter(isSilent) };
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

function describeSubject(subject: AlertSubject, lastLevel: AlertLevel): AlertDetails {
  switch (subject.rule) {
    case 'risk': {
      const { margin, risk, account } = subject.card;
      const near = nearestIfUrgent(subject.card);
      const driver = near?.position ?? findDrivingPosition(subject.card);
      return {
        rule: 'risk',
        label: account.label,
        product: margin.product,
        coin: margin.coin,
        ...risk,
        driver: driver && pickFields(driver),
        distance: near?.distance ?? null,
        url: driver && contractUrl(margin.product, driver, account.demo),
        remedy: driver && findAlertRemedy(subject.card, subject.settings, near ? 'distance' : 'ratio', driver),
      };
    }
    case 'unknown': {
      const { account, margin, nearest, risk } = subject.card;
      const why = nearest === 'unknown' && risk.rate !== null ? 'positions_unread' : 'alert_no_figure';
      return { rule: 'unknown', label: account.label, product: margin.product, coin: margin.coin, lastLevel, why };
    }
    case 'lost':
    case 'liquidating':
      return { rule: subject.rule, label: subject.account?.label ?? '' };
    case 'locked':
      return { rule: 'locked' };
    case 'condition': {
      const { kind, limit, hours } = subject.condition;
      const label = subject.account?.label ?? null;
      return { rule: 'condition', label, kind, limit, hours, value: subject.measure?.value ?? null };
    }
  }
}

/** Returns the isolated position whose own rate is the account's risk, or else the position nearest to liquidation. */
function findDrivingPosition({ positions, risk }: Card): Position | null {
  const isDriver = (position: Position) => {
    const rate = position.mode === 'crossed' ? null : positionRiskRate(position);
    return rate !== null && risk.rate !== null && compare(rate, risk.rate) >= 0;
  };
  return positions.find(isDriver) ?? positions[0] ?? null;
}

/** Returns the nearest liquidation if its level is at least that of the risk. */
function nearestIfUrgent({ nearest, distanceLevel, rateLevel }: Card) {
  const isUrgent = compareLevels(distanceLevel, 'unknown') > 0 && compareLevels(distanceLevel, rateLevel) >= 0;
  return isUrgent && typeof nearest !== 'string' ? nearest : null;
}

function pickFields({ symbol, side, mode, leverage, mark, liquidation }: Position): DrivingPosition {
  return { symbol, side, mode, leverage, mark, liquidation };
}
