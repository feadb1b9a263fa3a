import type { Account, AccountId } from '../../domain/account/account.ts';
import { isEither, isFlag, isListOf, isNull, isNumber, isText } from '../../domain/core/guards.ts';
import { type Flight, NO_FLIGHT } from '../../domain/polling/poll-run.ts';
import { NO_READINGS, type Readings } from '../../domain/polling/reading.ts';
import { completed, DEFAULT_SETTINGS, isSettings, type Settings } from '../../domain/settings/settings.ts';
import { areAccounts, isFlight } from '../schema/accounts.ts';
import { areReadings } from '../schema/readings.ts';
import { withLaterFigures } from './add-missing-figures.ts';
import { local, session } from './define-item.ts';

/** Written by the pages; the background hides and shows amounts. */
export const settings = local<Settings>('settings', isSettings, DEFAULT_SETTINGS, completed);

/** Written by the background, when an account is saved or removed. */
export const accounts = local<readonly Account[]>('accounts', areAccounts, []);

/** Written by the background: when it found credentials without a list of accounts, which somebody must have wiped. */
export const loss = local<number | null>('loss', isEither(isNumber, isNull), null);

/** Written by the background, once a round. */
export const readings = local<Readings>('readings', areReadings, NO_READINGS, withLaterFigures);

/** Written by the pages: the accounts whose group is folded; the background takes out those that are removed. */
export const folded = local<readonly AccountId[]>('folded', isListOf(isText), []);

/** Whether sample data are shown while there is no account. Written by the pages; the background ends it. */
export const showcase = local<boolean>('showcase', isFlag, false);

/** Written by the background, around a round. */
export const flight = session<Flight>('flight', isFlight, NO_FLIGHT);
