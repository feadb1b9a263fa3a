import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { type Item, type Loaded, parse, watch } from './store.ts';

/** A signal for each stored value, which follows its changes. */
export type ItemSignals<Items> = {
  readonly [Name in keyof Items]: Items[Name] extends Item<infer T> ? ReadonlySignal<Loaded<T>> : never;
};

/** Returns a signal for each item, filled by one read of each storage area before the promise resolves. */
export async function itemSignals<Items extends Record<string, Item<unknown>>>(
  items: Items,
): Promise<ItemSignals<Items>> {
  const entries = Object.entries(items).map(([name, item]) => ({ name, item, ...itemSignal(item) }));
  const readArea = async (area: Item<unknown>['area']): Promise<void> => {
    const inArea = entries.filter(({ item }) => item.area === area);
    if (inArea.length === 0) return;
    // The browser rejects the read if the profile is corrupt.
    const stored = await browser.storage[area].get(inArea.map(({ item }) => item.key)).catch(() => null);
    for (const { item, fill } of inArea) fill(stored ? parse(item, stored[item.key]) : { state: 'unavailable' });
  };
  await Promise.all([readArea('local'), readArea('session')]);
  return Object.fromEntries(entries.map(({ name, current }) => [name, current])) as ItemSignals<Items>;
}

/** A change that arrives before the first read is newer than the result of that read. */
function itemSignal<T>(item: Item<T>): { current: Signal<Loaded<T>>; fill(loaded: Loaded<T>): void } {
  const current = signal<Loaded<T>>({ state: 'absent', value: item.fallback });
  let hasChanged = false;
  watch(item, (loaded) => {
    hasChanged = true;
    current.value = loaded;
  });
  const fill = (loaded: Loaded<T>): void => {
    if (!hasChanged) current.value = loaded;
  };
  return { current, fill };
}

/** Returns the loaded value, or the fallback if it is unusable. */
export function valueOr<T>(loaded: Loaded<T>, fallback: T): T {
  return 'value' in loaded ? loaded.value : fallback;
}
