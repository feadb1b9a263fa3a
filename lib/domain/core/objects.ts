type Named<T> = Readonly<Record<string, T>>;

/** What a record holds under a name; nothing under the names that every object has. */
export function getOwn<T>(record: Named<T>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The record with each value changed. */
export function mapValues<T, U>(record: Named<T>, change: (value: T, name: string) => U): Named<U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}

/** The record with what is wanted of it. */
export function pickBy<T>(record: Named<T>, isWanted: (name: string, value: T) => boolean): Named<T> {
  return Object.fromEntries(Object.entries(record).filter(([name, value]) => isWanted(name, value)));
}
