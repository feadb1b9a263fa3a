import { browser } from 'wxt/browser';
import { type Guard, isNumber, isRecord } from '../../domain/core/guards.ts';
import { withItemLock } from '../sync/locks.ts';

/**
 * One stored value. It is stored as `{ v, value }` under one key, so that the version always fits the value. A value of
 * a later version is never overwritten.
 */
export type Item<T> = {
  readonly area: Area;
  readonly key: string;
  readonly version: number;
  readonly isValue: Guard<T>;
  /** Adds the fields that an older value of this version lacks. */
  readonly complete?: ((value: unknown) => unknown) | undefined;
  readonly fallback: T;
};

export type Area = 'local' | 'session';

/**
 * The result of reading a value: `future` was written by a later version, `corrupt` fails its guard, and `unavailable`
 * means that the browser rejected the read.
 */
export type Loaded<T> =
  | { readonly state: 'ok'; readonly value: T }
  | { readonly state: 'absent'; readonly value: T }
  | { readonly state: 'future' }
  | { readonly state: 'corrupt' }
  | { readonly state: 'unavailable' };

/** An unusable stored value, or a storage that rejects a read or write: `unavailable`. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly state: 'future' | 'corrupt' | 'unavailable';
  constructor(key: string, state: StoreError['state'], cause?: unknown) {
    super(`${key}: ${state}`, { cause });
    this.state = state;
  }
}

/** For work whose loss the view and the toolbar report, because they find the same storage unusable. */
export function ignoreUnusableStorage(error: unknown): void {
  if (!(error instanceof StoreError)) throw error;
}

/** Reads one value. */
export async function load<T>(item: Item<T>): Promise<Loaded<T>> {
  try {
    const found = await browser.storage[item.area].get(item.key);
    return parse(item, found[item.key]);
  } catch {
    // A corrupt profile surfaces as a plain `Error`.
    return { state: 'unavailable' };
  }
}

/** Reads one value; throws a `StoreError` if it is unusable. */
export async function read<T>(item: Item<T>): Promise<T> {
  return valueOrThrow(item, await load(item));
}

/** Reads one value, or its fallback if it is absent or unusable. */
export async function readOrDefault<T>(item: Item<T>): Promise<T> {
  return valueOrFallback(item, await load(item));
}

/** Replaces one value. Only the value's one writer calls this, while it holds a lock. */
export async function write<T>(item: Item<T>, value: T): Promise<void> {
  await put(item, entry(item, value));
}

/**
 * Reads, changes and writes as one step, under the item's lock (`navigator.locks`) that the pages and the background
 * share. Does not write an unchanged value.
 */
export async function update<T>(item: Item<T>, change: (value: T) => T): Promise<T> {
  return await withItemLock(item.key, async () => {
    const before = await read(item);
    const value = change(before);
    if (value !== before) await write(item, value);
    return value;
  });
}

/** Calls back with each new value, until the returned function is called. */
export function watch<T>(item: Item<T>, changed: (loaded: Loaded<T>, previous: Loaded<T>) => void): () => void {
  const listener = (changes: Changes, area: string): void => {
    const change = changes[item.key];
    if (change && area === item.area) changed(parse(item, change.newValue), parse(item, change.oldValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

export type Changes = Readonly<Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown }>>;

/** Returns a value in its stored form. */
export function entry<T>(item: Item<T>, value: T): Record<string, { readonly v: number; readonly value: T }> {
  return { [item.key]: { v: item.version, value } };
}

/** Writes several entries of one area in one call. A full disk surfaces as a plain `Error`. */
export async function put(
  { area, key }: Pick<Item<never>, 'area' | 'key'>,
  entries: Record<string, unknown>,
): Promise<void> {
  await browser.storage[area].set(entries).catch((error: unknown) => {
    throw new StoreError(key, 'unavailable', error);
  });
}

/** Removes every value of both areas, also those that are damaged or of a later version. */
export async function eraseStorage(): Promise<void> {
  try {
    await browser.storage.session.clear();
    // Last, and in one call: pages take a missing list of accounts as the end.
    await browser.storage.local.clear();
  } catch (error) {
    throw new StoreError('storage', 'unavailable', error);
  }
}

/** Parses a stored value with its guard. */
export function parse<T>(item: Item<T>, stored: unknown): Loaded<T> {
  if (stored === undefined) return { state: 'absent', value: item.fallback };
  if (!isRecord(stored) || !isNumber(stored.v)) return { state: 'corrupt' };
  if (stored.v > item.version) return { state: 'future' };
  const value = item.complete ? item.complete(stored.value) : stored.value;
  return item.isValue(value) ? { state: 'ok', value } : { state: 'corrupt' };
}

export function valueOrThrow<T>(item: Item<T>, loaded: Loaded<T>): T {
  if ('value' in loaded) return loaded.value;
  throw new StoreError(item.key, loaded.state);
}

/** Returns the value, or the fallback if it is unusable. */
export function valueOrFallback<T>(item: Item<T>, loaded: Loaded<T>): T {
  return 'value' in loaded ? loaded.value : item.fallback;
}
