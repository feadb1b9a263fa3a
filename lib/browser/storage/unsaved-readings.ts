import type { Account } from '../../domain/account/account.ts';
import { isEither, isNull, isShape, isText } from '../../domain/core/guards.ts';
import type { Readings } from '../../domain/polling/reading.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { areReadings } from '../schema/readings.ts';
import { defineSessionItem } from './define-item.ts';
import * as items from './items.ts';
import { type Loaded, StoreError, valueOrThrow, write } from './store.ts';
import { loadAll } from './store-many.ts';
import { latestSettings, unsavedHideAmounts } from './unsaved-hide-amounts.ts';

/** Readings that the disk did not take, and the stamp of the stored ones that they replace. */
export type UnsavedReadings = { readonly replaces: string; readonly readings: Readings };

/** The readings while writes to the disk fail; null otherwise. Written by the background. */
export const unsavedReadings = defineSessionItem<UnsavedReadings | null>(
  'unsavedReadings',
  isEither(isShape<UnsavedReadings>({ replaces: isText, readings: areReadings }), isNull),
  null,
);

/**
 * Returns the readings that the disk did not take, or else the stored ones. If the worker was killed after a later write
 * to the disk, those in memory are obsolete: they replace other readings than the stored ones.
 */
export function latestReadings(
  stored: Loaded<Readings>,
  unsaved: Loaded<UnsavedReadings | null>,
): Loaded<Readings> & { readonly isUnsaved: boolean } {
  if (!('value' in stored) || !('value' in unsaved) || unsaved.value === null) return { ...stored, isUnsaved: false };
  if (unsaved.value.replaces !== stampReadings(stored.value)) return { ...stored, isUnsaved: false };
  return { state: 'ok', value: unsaved.value.readings, isUnsaved: true };
}

type StoredPortfolio = {
  readonly accounts: readonly Account[];
  readonly readings: Readings;
  readonly settings: Settings;
};

/** Reads what a round or a check begins with; throws a `StoreError` if a part is unusable. */
export async function readPortfolio(): Promise<StoredPortfolio> {
  const { accounts, settings, readings } = items;
  const loaded = await loadAll({ accounts, readings, settings, unsavedReadings, unsavedHideAmounts });
  return {
    accounts: valueOrThrow(accounts, loaded.accounts),
    readings: valueOrThrow(readings, latestReadings(loaded.readings, loaded.unsavedReadings)),
    settings: valueOrThrow(settings, latestSettings(loaded.settings, loaded.unsavedHideAmounts)),
  };
}

/** Keeps readings in memory instead of the stored ones; false if there is no room either. */
export async function holdReadings(stored: Readings, readings: Readings): Promise<boolean> {
  try {
    await write(unsavedReadings, { replaces: stampReadings(stored), readings });
    return true;
  } catch (error) {
    if (error instanceof StoreError) return false;
    throw error;
  }
}

/** Returns a text that every write of readings changes: the times of all attempts. */
function stampReadings({ accounts }: Readings): string {
  const attempts = Object.entries(accounts).map(([id, { revision, askedAt, margin, positions }]) => [
    id,
    revision,
    askedAt,
    ...[...Object.values(margin), ...Object.values(positions)].map((reading) =>
      reading.state === 'empty' ? 0 : reading.state === 'fresh' ? reading.at : reading.failedAt,
    ),
  ]);
  return JSON.stringify(attempts);
}
