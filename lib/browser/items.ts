import type { Account, AccountId } from '../domain/account.ts';
import { type Flight, NO_FLIGHT } from '../domain/flight.ts';
import { isEither, isFlag, isListOf, isNull, isNumber, isText } from '../domain/guard.ts';
import { NO_READINGS, type Readings } from '../domain/reading.ts';
import { completed, DEFAULT_SETTINGS, isSettings, type Settings } from '../domain/settings.ts';
import { withLaterFigures } from './later-figures.ts';
import { areReadings } from './reading-shape.ts';
import { areAccounts, isFlight } from './shape.ts';
import type { Item } from './store.ts';

/** Written by the pages; the background hides and shows amounts. */
export const settings: Item<Settings> = {
  area: 'local',
  key: 'settings',
  version: 1,
  isValue: isSettings,
  complete: completed,
  fallback: DEFAULT_SETTINGS,
};

/** Written by the background, when an account is saved or removed. */
export const accounts: Item<readonly Account[]> = {
  area: 'local',
  key: 'accounts',
  version: 1,
  isValue: areAccounts,
  fallback: [],
};

/** Written by the background: when it found credentials without a list of accounts, which somebody must have wiped. */
export const loss: Item<number | null> = {
  area: 'local',
  key: 'loss',
  version: 1,
  isValue: isEither(isNumber, isNull),
  fallback: null,
};

/** Written by the background, once a round. */
export const readings: Item<Readings> = {
  area: 'local',
  key: 'readings',
  version: 1,
  isValue: areReadings,
  complete: withLaterFigures,
  fallback: NO_READINGS,
};

/** Written by the pages: the accounts whose group is folded; the background takes out those that are removed. */
export const folded: Item<readonly AccountId[]> = {
  area: 'local',
  key: 'folded',
  version: 1,
  isValue: isListOf(isText),
  fallback: [],
};

/** Whether sample data are shown while there is no account. Written by the pages; the background ends it. */
export const showcase: Item<boolean> = { area: 'local', key: 'showcase', version: 1, isValue: isFlag, fallback: false };

/** Written by the background, around a round. */
export const flight: Item<Flight> = {
  area: 'session',
  key: 'flight',
  version: 1,
  isValue: isFlight,
  fallback: NO_FLIGHT,
};
