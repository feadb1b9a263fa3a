import type { Guard } from '../../domain/core/guards.ts';
import type { Item } from './store.ts';

/** All values still have their first shape. */
const VERSION = 1;

/** Defines a value on the disk; `complete` adds the fields that an older value lacks. */
// @__NO_SIDE_EFFECTS__
export function defineLocalItem<T>(
  key: string,
  isValue: Guard<T>,
  fallback: T,
  complete?: (value: unknown) => unknown,
): Item<T> {
  return { area: 'local', key, version: VERSION, isValue, fallback, complete };
}

/** Defines a value in memory that ends with the browser's session. */
// @__NO_SIDE_EFFECTS__
export function defineSessionItem<T>(key: string, isValue: Guard<T>, fallback: T): Item<T> {
  return { ...defineLocalItem(key, isValue, fallback), area: 'session' };
}
