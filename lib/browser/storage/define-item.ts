import type { Guard } from '../../domain/core/guards.ts';
import type { Item } from './store.ts';

/** No value has had another shape yet than its first; one that gets a new shape says so beside what is made here. */
const VERSION = 1;

/** A value of the user's profile; `complete` adds what an older value does not have yet. */
// @__NO_SIDE_EFFECTS__
export function defineLocalItem<T>(
  key: string,
  isValue: Guard<T>,
  fallback: T,
  complete?: (value: unknown) => unknown,
): Item<T> {
  return { area: 'local', key, version: VERSION, isValue, fallback, complete };
}

/** A value that is gone with the browser's session. */
// @__NO_SIDE_EFFECTS__
export function defineSessionItem<T>(key: string, isValue: Guard<T>, fallback: T): Item<T> {
  return { ...defineLocalItem(key, isValue, fallback), area: 'session' };
}
