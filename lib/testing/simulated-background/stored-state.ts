import * as items from '../../browser/storage/items.ts';
import { type Item, parse, valueOrFallback } from '../../browser/storage/store.ts';
import { latestReadings, unsavedReadings } from '../../browser/storage/unsaved-readings.ts';
import { NO_RUN, type PollRun } from '../../domain/polling/poll-run.ts';
import type { AccountReading } from '../../domain/polling/reading.ts';
import type { Portfolio } from '../../domain/portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { readView, type View } from '../view.ts';
import { type Environment, readStored } from './environment.ts';

/** The values that the background has stored, and the views that it builds of them. */
export type StoredState = {
  reading(label?: string): AccountReading;
  /** Returns the start and end of the last round. */
  lastRound(): PollRun;
  badge(): unknown;
  tooltip(): unknown;
  view(): View;
};

export function readState(environment: Environment): StoredState {
  const stored = <T>(item: Item<T>) => parse(item, environment.areas[item.area].get(item.key));
  const readPortfolio = (): Portfolio => ({
    accounts: readStored(environment, 'local', 'accounts') ?? [],
    readings: valueOrFallback(items.readings, latestReadings(stored(items.readings), stored(unsavedReadings))),
    settings: readStored(environment, 'local', 'settings') ?? DEFAULT_SETTINGS,
  });
  const lastRound = () => readStored<PollRun>(environment, 'session', 'pollRun') ?? NO_RUN;
  return {
    lastRound,
    reading: (label = 'Main') => {
      const { accounts, readings } = readPortfolio();
      return readings.accounts[accounts.find((each) => each.label === label)?.id ?? ''] ?? missing(label);
    },
    badge: () => environment.toolbar.text,
    tooltip: () => environment.toolbar.title,
    view: () => readView(readPortfolio(), lastRound().writeFailed, Date.now()),
  };
}

function missing(what: string): never {
  throw new Error(`nothing is stored of ${what}`);
}
