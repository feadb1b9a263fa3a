import { withItemLock } from '../sync/locks.ts';
import { type Item, write } from './store.ts';

/** Replaces a corrupt or lost value by its fallback. */
export async function resetItem<T>(item: Item<T>): Promise<void> {
  await withItemLock(item.key, () => write(item, item.fallback));
}
