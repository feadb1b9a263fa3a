import { type Item, type Loaded, load, watch } from '../../lib/browser/store.ts';

/** Calls back with a stored value as it is now, and after each later change. */
export async function follow<T>(item: Item<T>, changed: (loaded: Loaded<T>) => void): Promise<void> {
  let isNewer = false;
  watch(item, (loaded) => {
    isNewer = true;
    changed(loaded);
  });
  const loaded = await load(item);
  if (!isNewer) changed(loaded);
}
