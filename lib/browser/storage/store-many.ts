import { browser } from 'wxt/browser';
import { withItemLock } from '../sync/locks.ts';
import { type Area, type Changes, entry, type Item, type Loaded, parse, put, valueOrThrow } from './store.ts';

type Items = Readonly<Record<string, Item<unknown>>>;
type LoadedItems<All extends Items> = { readonly [Name in keyof All]: Loaded<All[Name]['fallback']> };
type ItemValues<All extends Items> = { readonly [Name in keyof All]: All[Name]['fallback'] };

/** Reads several values with one call for each storage area. */
export async function loadAll<All extends Items>(items: All): Promise<LoadedItems<All>> {
  const areas = Map.groupBy(Object.entries(items), ([, { area }]) => area);
  const loaded = await Promise.all([...areas].map(([area, entries]) => loadFrom(area, entries)));
  return Object.fromEntries(loaded.flat()) as never;
}

async function loadFrom(area: Area, entries: readonly [string, Item<unknown>][]): Promise<[string, Loaded<unknown>][]> {
  try {
    const found = await browser.storage[area].get(entries.map(([, { key }]) => key));
    return entries.map(([name, item]) => [name, parse(item, found[item.key])]);
  } catch {
    return entries.map(([name]) => [name, { state: 'unavailable' }]);
  }
}

/** Reads several values; throws a `StoreError` if one is unusable. */
export async function readAll<All extends Items>(items: All): Promise<ItemValues<All>> {
  const loaded = await loadAll(items);
  return Object.fromEntries(
    Object.entries(items).map(([name, item]) => [name, valueOrThrow(item, loaded[name] ?? { state: 'unavailable' })]),
  ) as never;
}

/**
 * Reads, changes and writes two values of one area as one step, in one write. The second may be unusable. It is not
 * written if `change` returns undefined for it.
 */
export async function updateWith<T, B>(
  item: Item<T>,
  second: Item<B>,
  change: (value: T, second: Loaded<B>) => readonly [T, B | undefined],
): Promise<T> {
  return await withItemLock(item.key, () =>
    withItemLock(second.key, async () => {
      const before = await loadAll({ item, second });
      const [value, secondValue] = change(valueOrThrow(item, before.item), before.second);
      const entries = { ...entry(item, value), ...(secondValue !== undefined && entry(second, secondValue)) };
      await put(item, entries);
      return value;
    }),
  );
}

/** Calls back once for each write that changes any of these values. */
export function watchAny(items: readonly Item<unknown>[], listener: () => void): void {
  browser.storage.onChanged.addListener((changes: Changes, area: string) => {
    if (items.some((item) => area === item.area && item.key in changes)) listener();
  });
}
