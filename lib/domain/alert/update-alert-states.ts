import { isEither, isNull, isNumber, isOneOf, isRecordOf, isShape } from '../core/guards.ts';
import { mapped, own } from '../core/objects.ts';
import { MINUTE } from '../core/time.ts';
import type { Watched } from '../portfolio/card.ts';
import type { Alerting } from './alert-settings.ts';
import { type Alarm, CALM, type Signal, step } from './alert-state.ts';
import { arePeaks, type Peak, withEquity } from './equity-peaks.ts';
import type { Issue } from './notices.ts';
import { toldAt } from './notification-schedule.ts';
import { conditionSignal, plainSignal, riskSignal } from './signal.ts';
import { isAwaited, type Matter } from './subjects.ts';

/**
 * All alarms by the key of their matter, and the peaks that conditions on a fall compare with. `refusedAt` is when
 * the browser last refused to show an alert that is still untold; null when it refuses none.
 */
export type Book = {
  readonly alarms: Readonly<Record<string, Alarm>>;
  readonly peaks: Readonly<Record<string, readonly Peak[]>>;
  readonly refusedAt: number | null;
};

export const NO_ALARMS: Book = { alarms: {}, peaks: {}, refusedAt: null };

const isLevel = isOneOf(['safe', 'caution', 'warning', 'danger']);
const isAlarm = isShape<Alarm>({
  level: isLevel,
  since: isNumber,
  was: isLevel,
  last: isLevel,
  at: isNumber,
  cooling: isEither(isShape<NonNullable<Alarm['cooling']>>({ since: isNumber, level: isLevel }), isNull),
  told: isShape<Alarm['told']>({ level: isLevel, at: isNumber }),
});

export const isBook = isShape<Book>({
  alarms: isRecordOf(isAlarm),
  peaks: isRecordOf(arePeaks),
  refusedAt: isEither(isNumber, isNull),
});

/** What is stored about alerts after a round: each matter's alarm, one sample further. Nothing is told by this. */
export function advance(
  book: Book,
  matters: readonly Matter[],
  watched: Watched,
  alerting: Alerting,
  now: number,
): Book {
  const peaks = Object.fromEntries(matters.flatMap((matter) => peaksOf(matter, book)));
  const moved = matters.map((matter) => {
    const before = alarmOf(book, matter.key);
    const signal = signalOf(matter, watched, alerting, peaks, now);
    return [matter.key, signal === null ? before : step(before, signal, holdOf(matter, alerting))] as const;
  });
  const awaited = Object.entries(book.alarms).filter(([key]) => isAwaited(key, watched));
  const alarms = [...awaited, ...moved].filter(([, alarm]) => alarm !== CALM);
  return { alarms: Object.fromEntries(alarms), peaks, refusedAt: book.refusedAt };
}

export function alarmOf({ alarms }: Book, key: string): Alarm {
  return own(alarms, key) ?? CALM;
}

/**
 * The book after the news were told, or refused. What the user wanted silence for stays due, but for what is over:
 * that needs no telling any more.
 */
export function settled(book: Book, { loud, silent }: Issue, accepted: boolean, now: number): Book {
  const done = [...(accepted ? loud : []), ...silent.filter(({ due }) => due === 'recovery')].map(({ key }) => key);
  const refusedAt = accepted ? null : now;
  if (done.length === 0 && refusedAt === book.refusedAt) return book;
  const alarms = mapped(book.alarms, (alarm, key) => (done.includes(key) ? toldAt(alarm, now) : alarm));
  return { ...book, alarms, refusedAt };
}

function signalOf(
  matter: Matter,
  { settings }: Watched,
  { hysteresis }: Alerting,
  peaks: Book['peaks'],
  now: number,
): Signal | null {
  switch (matter.rule) {
    case 'risk':
      return riskSignal(matter.card, settings.thresholds, hysteresis);
    case 'lost':
      return plainSignal(matter.since !== null, 'warning', now);
    case 'locked':
      return plainSignal(matter.since !== null, 'danger', now);
    case 'liquidating':
      return matter.told && plainSignal(matter.told.isSo, 'danger', matter.told.at);
    case 'condition':
      return (
        matter.measure &&
        conditionSignal(matter.condition, matter.measure, peaks[matter.condition.id] ?? [], hysteresis)
      );
  }
}

/** What either is so or is not has nothing to calm down. */
function holdOf({ rule }: Matter, { hold }: Alerting): number {
  return rule === 'lost' || rule === 'locked' || rule === 'liquidating' ? 0 : hold * MINUTE;
}

function peaksOf(matter: Matter, { peaks }: Book): [string, readonly Peak[]][] {
  if (matter.rule !== 'condition' || matter.condition.kind !== 'equity_fall') return [];
  const { condition, measure } = matter;
  const before = own(peaks, condition.id) ?? [];
  return [[condition.id, measure ? withEquity(before, measure.value, measure.at, condition.hours) : before]];
}
