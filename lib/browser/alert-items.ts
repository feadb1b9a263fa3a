import { type Alerting, DEFAULT_ALERTING, isAlerting } from '../domain/alert/alerting.ts';
import { type Book, isBook, NO_ALARMS } from '../domain/alert/book.ts';
import { type Entry, isLog } from '../domain/alert/log.ts';
import { isSilence, NO_SILENCE, type Silence } from '../domain/alert/silence.ts';
import type { Item } from './store.ts';

/** Written by the pages. */
export const alerting: Item<Alerting> = {
  area: 'local',
  key: 'alerting',
  version: 1,
  isValue: isAlerting,
  fallback: DEFAULT_ALERTING,
};

/** Written by the background, with the readings in one write, and when an alert was told. */
export const alarms: Item<Book> = { area: 'local', key: 'alarms', version: 1, isValue: isBook, fallback: NO_ALARMS };

/** The same while the browser's disk takes nothing; absent otherwise. */
export const spareAlarms: Item<Book | null> = {
  area: 'session',
  key: 'alarms',
  version: 1,
  isValue: (value): value is Book | null => value === null || isBook(value),
  fallback: null,
};

/** Written by the background, when the user asks for silence. */
export const silence: Item<Silence> = {
  area: 'local',
  key: 'silence',
  version: 1,
  isValue: isSilence,
  fallback: NO_SILENCE,
};

/** Written by the background, when something was told or could not be. */
export const alertLog: Item<readonly Entry[]> = {
  area: 'local',
  key: 'alertLog',
  version: 1,
  isValue: isLog,
  fallback: [],
};
