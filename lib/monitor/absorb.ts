import { startAfresh } from '../browser/afresh.ts';
import * as alerts from '../browser/alert-items.ts';
import { clock } from '../browser/clock.ts';
import * as items from '../browser/items.ts';
import { type Loaded, load, read, StoreError, updateWith } from '../browser/store.ts';
import { advance, type Book, NO_ALARMS } from '../domain/alert/book.ts';
import { mattersOf } from '../domain/alert/matter.ts';
import type { Watched } from '../domain/card.ts';
import type { Readings } from '../domain/reading.ts';
import { manners, tell, tellUnstored } from './tell.ts';

/**
 * Changes the readings, steps the alarms by what is then known, writes both at once, and tells what is due. Where the
 * browser's disk takes nothing, alerts go out all the same, and the error comes after. Returns the readings.
 */
export async function absorb(change: (known: Readings) => Readings): Promise<Readings> {
  const [accounts, settings, { alerting, locked }, spare] = await Promise.all([
    read(items.accounts),
    read(items.settings),
    manners(),
    load(alerts.spareAlarms),
  ]);
  const now = clock.now();
  const learn = (known: Readings, before: Book): readonly [Watched, Book] => {
    const watched = { accounts, settings, readings: change(known) };
    return [watched, advance(before, mattersOf(watched, alerting, locked, now), watched, alerting, now)];
  };
  let learned: readonly [Watched, Book] | undefined;
  let readings: Readings;
  try {
    readings = await updateWith(items.readings, alerts.alarms, (known, stored) => {
      const before = bookFrom(stored, spare);
      const [watched, book] = learn(known, before ?? NO_ALARMS);
      learned = [watched, book];
      return [watched.readings, before && book];
    });
  } catch (error) {
    if (learned && error instanceof StoreError && error.state === 'closed') await tellUnstored(...learned);
    throw error;
  }
  if ('value' in spare && spare.value !== null) await startAfresh(alerts.spareAlarms);
  await tell();
  return readings;
}

/** The alarms as they were last known; undefined where a later version wrote them, which nothing overwrites. */
function bookFrom(stored: Loaded<Book>, spare: Loaded<Book | null>): Book | undefined {
  if ('value' in spare && spare.value !== null) return spare.value;
  if ('value' in stored) return stored.value;
  return stored.state === 'broken' ? NO_ALARMS : undefined;
}
