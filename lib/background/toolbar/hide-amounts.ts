import * as items from '../../browser/storage/items.ts';
import { load, update } from '../../browser/storage/store.ts';
import type { Settings } from '../../domain/settings/settings.ts';

export async function toggleAmounts(): Promise<void> {
  await setAmountsHidden((settings) => ({ ...settings, hideAmounts: !settings.hideAmounts }));
}

/** Hides amounts at browser start if the user chose so. */
export async function hideOnStart(): Promise<void> {
  await setAmountsHidden((settings) => ({ ...settings, hideAmounts: settings.hideAmounts || settings.hideOnStart }));
}

/** Leaves unusable settings alone: the toolbar and the popup report them. */
async function setAmountsHidden(make: (settings: Settings) => Settings): Promise<void> {
  if ('value' in (await load(items.settings))) await update(items.settings, make);
}
