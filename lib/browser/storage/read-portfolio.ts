import type { Account } from '../../domain/account/account.ts';
import type { Readings } from '../../domain/polling/reading.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import * as items from './items.ts';
import { valueOrThrow } from './store.ts';
import { loadAll } from './store-many.ts';
import { latestSettings, unsavedHideAmounts } from './unsaved-hide-amounts.ts';
import { latestReadings, unsavedReadings } from './unsaved-readings.ts';

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
