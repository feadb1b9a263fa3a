import { isAbsent, isEither, isNull, isNumber, isOneOf, isRecordOf, isShape, isText } from '../core/guards.ts';
import { getOwn } from '../core/objects.ts';
import { MINUTE, SECOND } from '../core/time.ts';
import { type Decimal, isDecimal } from '../money/amount.ts';
import type { Portfolio } from '../portfolio/card.ts';
import type { AlertSettings } from './alert-settings.ts';
import { type AlertSample, type AlertState, INACTIVE, lastNotificationTime, nextAlertState } from './alert-state.ts';
import { addEquity, arePeaks, type EquityPeak } from './equity-peaks.ts';
import { sampleCondition, sampleOnOff, sampleRisk } from './signal.ts';
import { type AlertSubject, isAwaited, isRiskKey, riskKeyOfUnknown } from './subjects.ts';

/**
 * All alert states by subject key, and the peaks for conditions on a fall. `refusedAt` is when the browser last
 * rejected an alert that is still due; null when none is.
 */
export type AlertStates = {
  readonly states: Readonly<Record<string, AlertState>>;
  readonly peaks: Readonly<Record<string, readonly EquityPeak[]>>;
  readonly refusedAt: number | null;
  /** Since when each risk that cannot be known is so. States of earlier versions lack it. */
  readonly unknownSince?: Readonly<Record<string, number>> | undefined;
};

export const NO_ALERT_STATES: AlertStates = { states: {}, peaks: {}, refusedAt: null };

const isLevel = isOneOf(['safe', 'caution', 'warning', 'danger']);
const isDistance = isEither((value): value is Decimal => isText(value) && isDecimal(value), isNull);
const isAlertState = isShape<AlertState>({
  level: isLevel,
  since: isNumber,
  previousLevel: isLevel,
  lastSample: isLevel,
  at: isNumber,
  recovering: isEither(isShape<NonNullable<AlertState['recovering']>>({ since: isNumber, level: isLevel }), isNull),
  lastNotified: isShape<AlertState['lastNotified']>({
    level: isLevel,
    at: isNumber,
    idAt: isEither(isNumber, isAbsent),
  }),
  peakNotified: isEither(isLevel, isAbsent),
  distance: isEither(isDistance, isAbsent),
  seen: isEither(isShape<NonNullable<AlertState['seen']>>({ at: isNumber, distance: isDistance }), isAbsent),
});

export const areAlertStates = isShape<AlertStates>({
  states: isRecordOf(isAlertState),
  peaks: isRecordOf(arePeaks),
  refusedAt: isEither(isNumber, isNull),
  unknownSince: isEither(isRecordOf(isNumber), isAbsent),
});

/**
 * Returns the alert states after one more sample of each subject. Delivers nothing. A state outlives the absence of its
 * figures, so that one danger is not reported twice.
 */
export function updateAlertStates(
  alertStates: AlertStates,
  subjects: readonly AlertSubject[],
  portfolio: Portfolio,
  alertSettings: AlertSettings,
  now: number,
): AlertStates {
  const peaks = Object.fromEntries(subjects.flatMap((subject) => updatePeaks(subject, alertStates)));
  const unknownSince = Object.fromEntries(
    subjects.flatMap((subject) => updateUnknown(subject, alertStates, portfolio, now)),
  );
  const updated = subjects.map((subject) => {
    const before = withoutFuture(getAlertState(alertStates, subject.key), now);
    const sample = sampleSubject(subject, portfolio, alertSettings, { ...alertStates, peaks, unknownSince }, now);
    return [
      subject.key,
      sample === null ? before : nextAlertState(before, sample, holdTime(subject, alertSettings)),
    ] as const;
  });
  const keepTime = Math.max(alertSettings.hold * MINUTE, 2 * portfolio.settings.period * SECOND);
  const awaited = Object.entries(alertStates.states).filter(
    ([key, { at }]) =>
      isAwaited(key, portfolio) || (isRiskKey(key, portfolio.accounts) && Math.abs(now - at) < keepTime),
  );
  const states = [...awaited, ...updated].filter(([, alertState]) => alertState !== INACTIVE);
  return { states: Object.fromEntries(states), peaks, refusedAt: alertStates.refusedAt, unknownSince };
}

export function getAlertState({ states }: Pick<AlertStates, 'states'>, key: string): AlertState {
  return getOwn(states, key) ?? INACTIVE;
}

/** A notification in the future restarts its repeat interval: the clock was set back. */
function withoutFuture(alertState: AlertState, now: number): AlertState {
  const { level, at } = alertState.lastNotified;
  if (at <= now) return alertState;
  return { ...alertState, lastNotified: { level, at: now, idAt: lastNotificationTime(alertState) } };
}

function sampleSubject(
  subject: AlertSubject,
  { settings }: Portfolio,
  { hysteresis }: AlertSettings,
  { states, peaks, unknownSince = {} }: AlertStates,
  now: number,
): AlertSample | null {
  switch (subject.rule) {
    case 'risk':
      return sampleRisk(subject.card, settings, hysteresis);
    case 'unknown': {
      const lasted = now - (unknownSince[subject.key] ?? now);
      return { ...sampleOnOff(lasted >= maxUnknown(subject.key, states), 'warning', now), isSustained: true };
    }
    case 'lost':
      return sampleOnOff(subject.since !== null, 'warning', now);
    case 'locked':
      return sampleOnOff(subject.since !== null, 'danger', now);
    case 'liquidating':
      return subject.report && sampleOnOff(subject.report.isLiquidating, 'danger', subject.report.at);
    case 'condition':
      return (
        subject.measure &&
        sampleCondition(subject.condition, subject.measure, peaks[subject.condition.id] ?? [], hysteresis)
      );
  }
}

/** Returns how long a risk may be unknown: shorter if it was at least a caution before. */
function maxUnknown(key: string, states: AlertStates['states']): number {
  const level = getOwn(states, riskKeyOfUnknown(key))?.level ?? 'safe';
  return (level === 'safe' ? 10 : 3) * MINUTE;
}

function updateUnknown(
  subject: AlertSubject,
  { unknownSince = {} }: AlertStates,
  { settings }: Portfolio,
  now: number,
): [string, number][] {
  if (subject.rule !== 'unknown' || sampleRisk(subject.card, settings, 0)?.complete) return [];
  return [[subject.key, Math.min(getOwn(unknownSince, subject.key) ?? now, now)]];
}

/** On/off subjects have no hysteresis. */
function holdTime({ rule }: AlertSubject, { hold }: AlertSettings): number {
  return rule === 'risk' || rule === 'condition' ? hold * MINUTE : 0;
}

function updatePeaks(subject: AlertSubject, { peaks }: AlertStates): [string, readonly EquityPeak[]][] {
  if (subject.rule !== 'condition' || subject.condition.kind !== 'equity_fall') return [];
  const { condition, measure } = subject;
  const before = getOwn(peaks, condition.id) ?? [];
  return [[condition.id, measure ? addEquity(before, measure.value, measure.at, condition.hours) : before]];
}
