import * as items from '../../browser/storage/items.ts';
import { load, update } from '../../browser/storage/store.ts';
import type { Settings } from '../../domain/settings/settings.ts';

/** Hides amounts, or shows them again. */
export async function toggleAmounts(): Promise<void> {
  await setAmountsHidden((settings) => ({ ...settings, hideAmounts: !settings.hideAmounts }));
}

/** Hides amounts when the browser has started, if the user wants it so. */
export async function hideOnStart(): Promise<void> {
  await setAmountsHidden((settings) => ({ ...settings, hideAmounts: settings.hideAmounts || settings.hideOnStart }));
}

/** Settings that cannot be used are left alone: the toolbar and the popup tell of them. */
async function setAmountsHidden(make: (settings: Settings) => Settings): Promise<void> {
  if ('value' in (await load(items.settings))) await update(items.settings, make);
}
