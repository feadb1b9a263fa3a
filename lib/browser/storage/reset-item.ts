import { withItemLock } from '../sync/locks.ts';
import { type Item, write } from './store.ts';

/** Puts the fallback in the place of one stored value: the way out where that is damaged or lost. */
export async function resetItem<T>(item: Item<T>): Promise<void> {
  await withItemLock(item.key, () => write(item, item.fallback));
}
