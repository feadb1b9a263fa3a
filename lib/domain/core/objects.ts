type Named<T> = Readonly<Record<string, T>>;

/** Returns an own property by name, so that `__proto__` and `toString` are never found. */
export function getOwn<T>(record: Named<T>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

export function mapValues<T, U>(record: Named<T>, change: (value: T, name: string) => U): Named<U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}

export function pickBy<T>(record: Named<T>, isWanted: (name: string, value: T) => boolean): Named<T> {
  return Object.fromEntries(Object.entries(record).filter(([name, value]) => isWanted(name, value)));
}
