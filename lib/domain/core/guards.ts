/** Type guard for untrusted values. */
export type Guard<T> = (value: unknown) => value is T;

/** One guard for each field of an object. */
export type Fields<T> = { readonly [Name in keyof T]-?: Guard<T[Name]> };

/** Guards for the remaining fields of each member of a union, by tag. */
export type Members<T, Tag extends keyof T> = {
  readonly [Value in T[Tag] & string]: Fields<Omit<Extract<T, { readonly [Name in Tag]: Value }>, Tag>>;
};

export const isText: Guard<string> = (value) => typeof value === 'string';
export const isFlag: Guard<boolean> = (value) => typeof value === 'boolean';
/** Accepts finite numbers only. */
export const isNumber = (value: unknown): value is number => Number.isFinite(value);

export function isInteger(value: unknown, least: number, most: number): value is number {
  return isNumber(value) && Number.isInteger(value) && value >= least && value <= most;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// @__NO_SIDE_EFFECTS__
export function isOneOf<const T>(options: readonly T[]): Guard<T> {
  return (value): value is T => options.some((option) => option === value);
}

// @__NO_SIDE_EFFECTS__
export function isListOf<T>(isItem: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(isItem);
}

// @__NO_SIDE_EFFECTS__
export function isRecordOf<T>(isValue: Guard<T>): Guard<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> => isRecord(value) && Object.values(value).every(isValue);
}

/** Accepts either of two types; with `isAbsent`, an optional field. */
// @__NO_SIDE_EFFECTS__
export function isEither<A, B>(isA: Guard<A>, isB: Guard<B>): Guard<A | B> {
  return (value): value is A | B => isA(value) || isB(value);
}

export const isAbsent = (value: unknown): value is undefined => value === undefined;
export const isNull = (value: unknown): value is null => value === null;

/** Accepts an object with these fields; additional fields are ignored. */
// @__NO_SIDE_EFFECTS__
export function isShape<T extends object>(fields: Fields<T>): Guard<T> {
  const entries = Object.entries(fields) as [string, Guard<unknown>][];
  return (value): value is T => isRecord(value) && entries.every(([name, isField]) => isField(value[name]));
}

/** Accepts a member of a union that one text field discriminates. */
// @__NO_SIDE_EFFECTS__
export function isMember<T, Tag extends keyof T & string>(tag: Tag, members: Members<T, Tag>): Guard<T> {
  const guards = new Map(
    (Object.entries(members) as [string, Fields<object>][]).map(([name, fields]) => [name, isShape(fields)]),
  );
  return (value): value is T => isRecord(value) && isText(value[tag]) && guards.get(value[tag])?.(value) === true;
}
