import { isEither, isFlag, isNull } from '../../domain/core/guards.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { withItemLock } from '../sync/locks.ts';
import { defineSessionItem } from './define-item.ts';
import { settings } from './items.ts';
import { ignoreUnusableStorage, type Loaded, readOrDefault, update, write } from './store.ts';
import { loadAll } from './store-many.ts';

/** Whether amounts are hidden, while the disk takes no write; null otherwise. Written by the pages and the background. */
export const unsavedHideAmounts = defineSessionItem<boolean | null>(
  'unsavedHideAmounts',
  isEither(isFlag, isNull),
  null,
);

/** Returns the settings with the choice that the disk did not take. */
export function latestSettings(
  stored: Loaded<Settings>,
  unsaved: Loaded<boolean | null>,
): Loaded<Settings> & { readonly isUnsaved: boolean } {
  if (!('value' in stored) || !('value' in unsaved) || unsaved.value === null) return { ...stored, isUnsaved: false };
  return { state: 'ok', value: { ...stored.value, hideAmounts: unsaved.value }, isUnsaved: true };
}

/**
 * Hides or shows all amounts. Memory keeps what the disk does not take, so that nothing is shown that the user has
 * hidden. Leaves unusable settings alone: the toolbar and the popup report them.
 */
export async function changeHideAmounts(change: (known: Settings) => boolean): Promise<void> {
  await withItemLock(unsavedHideAmounts.key, async () => {
    const loaded = await loadAll({ settings, unsavedHideAmounts });
    const known = latestSettings(loaded.settings, loaded.unsavedHideAmounts);
    if (!('value' in known)) return;
    const hideAmounts = change(known.value);
    try {
      await update(settings, (stored) => (stored.hideAmounts === hideAmounts ? stored : { ...stored, hideAmounts }));
    } catch (error) {
      ignoreUnusableStorage(error);
      return await write(unsavedHideAmounts, hideAmounts);
    }
    if (known.isUnsaved) await write(unsavedHideAmounts, null);
  });
}

/** Stores the choice that memory keeps, when the disk takes writes again. */
export async function saveHideAmounts(): Promise<void> {
  await changeHideAmounts(({ hideAmounts }) => hideAmounts);
}

/** Forgets the choice that memory keeps, because a later one is stored. */
export async function dropUnsavedHideAmounts(): Promise<void> {
  await withItemLock(unsavedHideAmounts.key, async () => {
    if ((await readOrDefault(unsavedHideAmounts)) !== null) await write(unsavedHideAmounts, null);
  });
}
