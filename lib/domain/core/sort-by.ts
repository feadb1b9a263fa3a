/** Sorts a list stably by a key that it computes once per item instead of once per comparison. */
export function sortBy<Item, Key>(
  list: readonly Item[],
  getKey: (item: Item) => Key,
  order: (a: Key, b: Key) => number,
): readonly Item[] {
  const keyed = list.map((item) => ({ item, key: getKey(item) }));
  return keyed.sort((a, b) => order(a.key, b.key)).map(({ item }) => item);
}
