import { browser } from 'wxt/browser';
import type { Item } from './store.ts';

/** Takes one stored value away, so that its fallback holds again: the way out where it is damaged. */
export async function clear({ area, key }: Pick<Item<never>, 'area' | 'key'>): Promise<void> {
  await navigator.locks.request(`store/${key}`, () => browser.storage[area].remove(key));
}
