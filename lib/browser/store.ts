import { browser } from 'wxt/browser';
import { type Guard, isNumber, isRecord } from '../domain/guard.ts';
import { withItemLock } from './locks.ts';

/**
 * One stored value. It is kept as `{ v, value }` in one key, so that shape and value can never
 * come apart; a shape from a later version is left alone.
 */
export type Item<T> = {
  readonly area: Area;
  readonly key: string;
  readonly version: number;
  readonly isValue: Guard<T>;
  /** Adds what an older value of this version does not have yet. */
  readonly complete?: ((value: unknown) => unknown) | undefined;
  readonly fallback: T;
};

type Area = 'local' | 'session';

/**
 * What reading a value came to. `newer` was written by a later version, `broken` has no shape that is known, `closed` is
 * what the browser did not give out.
 */
export type Loaded<T> =
  | { readonly state: 'good'; readonly value: T }
  | { readonly state: 'absent'; readonly value: T }
  | { readonly state: 'newer' }
  | { readonly state: 'broken' }
  | { readonly state: 'closed' };

/** A stored value that cannot be used, or a storage that gives nothing out or takes nothing more: `closed`. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly state: 'newer' | 'broken' | 'closed';
  constructor(key: string, state: StoreError['state'], cause?: unknown) {
    super(`${key}: ${state}`, { cause });
    this.state = state;
  }
}

/** Reads one value. */
export async function load<T>(item: Item<T>): Promise<Loaded<T>> {
  try {
    const found = await browser.storage[item.area].get(item.key);
    return parse(item, found[item.key]);
  } catch {
    // The browser tells of a damaged profile by a plain error.
    return { state: 'closed' };
  }
}

type Items = Readonly<Record<string, Item<unknown>>>;
type LoadedItems<All extends Items> = { readonly [Name in keyof All]: Loaded<All[Name]['fallback']> };
type ItemValues<All extends Items> = { readonly [Name in keyof All]: All[Name]['fallback'] };

/** Reads several values with one call for each storage area that they are in. */
export async function loadAll<All extends Items>(items: All): Promise<LoadedItems<All>> {
  const areas = Map.groupBy(Object.entries(items), ([, { area }]) => area);
  const loaded = await Promise.all([...areas].map(([area, entries]) => loadFrom(area, entries)));
  return Object.fromEntries(loaded.flat()) as never;
}

async function loadFrom(area: Area, entries: readonly [string, Item<unknown>][]): Promise<[string, Loaded<unknown>][]> {
  const keys = entries.map(([, { key }]) => key);
  const found = await browser.storage[area].get(keys).catch(() => null);
  return entries.map(([name, item]) => [name, found ? parse(item, found[item.key]) : { state: 'closed' }]);
}

/** Reads several values that must be usable. */
export async function readAll<All extends Items>(items: All): Promise<ItemValues<All>> {
  const loaded = await loadAll(items);
  return Object.fromEntries(
    Object.entries(items).map(([name, item]) => [name, usable(item, loaded[name] ?? { state: 'closed' })]),
  ) as never;
}

/** Reads one value that must be usable. */
export async function read<T>(item: Item<T>): Promise<T> {
  return usable(item, await load(item));
}

/** Reads one value, or its fallback where there is none that can be used. */
export async function readAnyway<T>(item: Item<T>): Promise<T> {
  return valueOrFallback(item, await load(item));
}

/** Replaces one value. Only its one writer calls this, under the lock that it holds. */
export async function write<T>(item: Item<T>, value: T): Promise<void> {
  await put(item, entry(item, value));
}

/**
 * Read, change and write as one step, alone among all pages and the background (`navigator.locks`). A value that is
 * given back as it was is not written.
 */
export async function update<T>(item: Item<T>, change: (value: T) => T): Promise<T> {
  return await withItemLock(item.key, async () => {
    const before = await read(item);
    const value = change(before);
    if (value !== before) await write(item, value);
    return value;
  });
}

/** The same for a value and a second one beside it, in one write. The second may be unusable, and with undefined is left alone. */
export async function updateWith<T, B>(
  item: Item<T>,
  beside: Item<B>,
  change: (value: T, beside: Loaded<B>) => readonly [T, B | undefined],
): Promise<T> {
  return await withItemLock(item.key, () =>
    withItemLock(beside.key, async () => {
      const before = await loadAll({ item, beside });
      const [value, other] = change(usable(item, before.item), before.beside);
      const entries = { ...entry(item, value), ...(other !== undefined && entry(beside, other)) };
      await put(item, entries);
      return value;
    }),
  );
}

/** Calls back with each later value, until the returned function is called. */
export function watch<T>(item: Item<T>, changed: (loaded: Loaded<T>, before: Loaded<T>) => void): () => void {
  const listener = (changes: Changes, area: string): void => {
    const change = changes[item.key];
    if (change && area === item.area) changed(parse(item, change.newValue), parse(item, change.oldValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Calls back once for each write to one or more of these values. */
export function watchAny(items: readonly Item<unknown>[], changed: () => void): void {
  browser.storage.onChanged.addListener((changes: Changes, area: string) => {
    if (items.some((item) => area === item.area && item.key in changes)) changed();
  });
}

type Changes = Readonly<Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown }>>;

function entry<T>(item: Item<T>, value: T): Record<string, { readonly v: number; readonly value: T }> {
  return { [item.key]: { v: item.version, value } };
}

/** The browser tells of a full disk by a plain error. */
async function put({ area, key }: Pick<Item<never>, 'area' | 'key'>, entries: Record<string, unknown>): Promise<void> {
  await browser.storage[area].set(entries).catch((error: unknown) => {
    throw new StoreError(key, 'closed', error);
  });
}

/** What a stored value is; its guard earns the type. */
export function parse<T>(item: Item<T>, stored: unknown): Loaded<T> {
  if (stored === undefined) return { state: 'absent', value: item.fallback };
  if (!isRecord(stored) || !isNumber(stored.v)) return { state: 'broken' };
  if (stored.v > item.version) return { state: 'newer' };
  const value = item.complete ? item.complete(stored.value) : stored.value;
  return item.isValue(value) ? { state: 'good', value } : { state: 'broken' };
}

export function usable<T>(item: Item<T>, loaded: Loaded<T>): T {
  if ('value' in loaded) return loaded.value;
  throw new StoreError(item.key, loaded.state);
}

/** The value, or the fallback where there is none that can be used. */
export function valueOrFallback<T>(item: Item<T>, loaded: Loaded<T>): T {
  return 'value' in loaded ? loaded.value : item.fallback;
}
