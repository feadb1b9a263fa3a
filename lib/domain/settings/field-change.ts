/** Some fields of a stored value, before and after they were changed. */
export type FieldChange<T> = { readonly before: Partial<T>; readonly after: Partial<T> };

/** Returns the fields of `after` that differ from the known value; null if none does. */
export function compareFields<T extends object>(known: T, after: Partial<T>): FieldChange<T> | null {
  const names = listNames<Partial<T>>(after).filter((name) => !isSameValue(known[name], after[name]));
  return names.length === 0 ? null : { before: pickFields<T>(known, names), after: pickFields<T>(after, names) };
}

/** Returns the value with a change taken back; null if one of its fields has changed again since. */
export function revertFields<T extends object>(known: T, { before, after }: FieldChange<T>): T | null {
  const isAsLeft = listNames(after).every((name) => isSameValue(known[name], after[name]));
  return isAsLeft ? { ...known, ...before } : null;
}

/** Compares JSON values. Browsers store the fields of an object in any order. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return Object.is(one, other);
  const names = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    names.length === Object.keys(other).length &&
    names.every((name) => name in other && isSameValue(one[name], other[name]))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function listNames<T extends object>(fields: T): readonly (keyof T)[] {
  return Object.keys(fields) as (keyof T)[];
}

function pickFields<T extends object>(fields: Partial<T>, names: readonly (keyof T)[]): Partial<T> {
  return Object.fromEntries(names.map((name) => [name, fields[name]])) as Partial<T>;
}
