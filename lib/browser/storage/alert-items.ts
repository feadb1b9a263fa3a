import { type Entry, isLog } from '../../domain/alert/alert-log.ts';
import { type Alerting, DEFAULT_ALERTING, isAlerting } from '../../domain/alert/alert-settings.ts';
import { isSilence, NO_SILENCE, type Silence } from '../../domain/alert/snooze.ts';
import { type Book, isBook, NO_ALARMS } from '../../domain/alert/update-alert-states.ts';
import { isEither, isNull } from '../../domain/core/guards.ts';
import { local, session } from './define-item.ts';

/** Written by the pages. */
export const alerting = local<Alerting>('alerting', isAlerting, DEFAULT_ALERTING);

/** Written by the background, with the readings in one write, and when an alert was told. */
export const alarms = local<Book>('alarms', isBook, NO_ALARMS);

/** The same while the browser's disk takes nothing; absent otherwise. */
export const spareAlarms = session<Book | null>('alarms', isEither(isBook, isNull), null);

/** Written by the background, when the user asks for silence. */
export const silence = local<Silence>('silence', isSilence, NO_SILENCE);

/** Written by the background, when something was told or could not be. */
export const alertLog = local<readonly Entry[]>('alertLog', isLog, []);
