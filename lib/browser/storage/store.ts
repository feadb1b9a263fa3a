import { browser } from 'wxt/browser';
import { type Guard, isNumber, isRecord } from '../../domain/core/guards.ts';
import { withItemLock } from '../sync/locks.ts';

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

export type Area = 'local' | 'session';

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

/** Reads one value that must be usable. */
export async function read<T>(item: Item<T>): Promise<T> {
  return valueOrThrow(item, await load(item));
}

/** Reads one value, or its fallback where there is none that can be used. */
export async function readOrDefault<T>(item: Item<T>): Promise<T> {
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

/** Calls back with each later value, until the returned function is called. */
export function watch<T>(item: Item<T>, changed: (loaded: Loaded<T>, before: Loaded<T>) => void): () => void {
  const listener = (changes: Changes, area: string): void => {
    const change = changes[item.key];
    if (change && area === item.area) changed(parse(item, change.newValue), parse(item, change.oldValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

export type Changes = Readonly<Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown }>>;

/** A value as it is kept under its key. */
export function entry<T>(item: Item<T>, value: T): Record<string, { readonly v: number; readonly value: T }> {
  return { [item.key]: { v: item.version, value } };
}

/** Writes entries of one area at once. A full disk surfaces as a plain error. */
export async function put(
  { area, key }: Pick<Item<never>, 'area' | 'key'>,
  entries: Record<string, unknown>,
): Promise<void> {
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

export function valueOrThrow<T>(item: Item<T>, loaded: Loaded<T>): T {
  if ('value' in loaded) return loaded.value;
  throw new StoreError(item.key, loaded.state);
}

/** The value, or the fallback where there is none that can be used. */
export function valueOrFallback<T>(item: Item<T>, loaded: Loaded<T>): T {
  return 'value' in loaded ? loaded.value : item.fallback;
}
