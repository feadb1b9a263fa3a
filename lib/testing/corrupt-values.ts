import fc from 'fast-check';

/** Generates copies of a value with one part, at any depth, removed or replaced, as after data corruption. */
export function corruptedCopies(whole: unknown): fc.Arbitrary<unknown> {
  const places = listPaths(whole);
  const junk = fc.oneof(fc.jsonValue(), fc.constantFrom(...HOSTILE_VALUES), fc.constant(REMOVED));
  return fc.tuple(fc.nat(places.length - 1), junk).map(([index, value]) => setAt(whole, places[index] ?? [], value));
}

/** JSON values that commonly break programs. */
const HOSTILE_VALUES = [
  Number.MAX_VALUE,
  -1,
  1.5,
  '1e400',
  '__proto__',
  'constructor',
  '\u202e\u200b',
  '9'.repeat(5000),
  [],
];
const REMOVED = Symbol('left out');

type Path = readonly string[];

function listPaths(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([name, inner]) => listPaths(inner, [...at, name]))];
}

function setAt(whole: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value === REMOVED ? undefined : value;
  const changed = setAt(Reflect.get(whole as object, first), rest, value);
  if (Array.isArray(whole)) return whole.toSpliced(Number(first), 1, ...(changed === undefined ? [] : [changed]));
  const { [first]: _, ...others } = whole as Record<string, unknown>;
  return changed === undefined ? others : { ...others, [first]: changed };
}
