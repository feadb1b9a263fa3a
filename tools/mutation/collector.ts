import { relative } from 'node:path';
import { format } from 'node:util';

/** Takes the place of Vitest where tests register themselves. `expect` and `vi` are Vitest's. */
export { expect, vi } from 'vitest';

type Body = (...values: unknown[]) => unknown;
type Options = Readonly<Record<string, unknown>>;

interface Suite {
  readonly name: string;
  readonly before: Body[];
  readonly after: Body[];
}

/** `duration`, in milliseconds, is the last run's. */
export interface CollectedTest {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly run: () => Promise<void>;
  duration: number;
}

const tests: CollectedTest[] = [];
let suites: readonly Suite[] = [];
let fileName = '';

/** Imports test files and returns their tests, in order. */
export async function collectTests(files: readonly string[]): Promise<readonly CollectedTest[]> {
  for (fileName of files) {
    suites = [{ name: relative('.', fileName), before: [], after: [] }];
    await import(fileName);
  }
  return tests;
}

/** Registers a group of tests. */
export function describe(name: string, ...rest: readonly (Body | Options)[]): void {
  const outer = suites;
  suites = [...outer, { name, before: [], after: [] }];
  findBody(rest)();
  suites = outer;
}

/** Registers a test, or one for each of several values. Vitest's time limits are left to Stryker. */
export const it = Object.assign(register, {
  each:
    (cases: readonly unknown[]) =>
    (name: string, ...rest: readonly (Body | Options)[]): void => {
      // Vitest spreads a case over the parameters only if every case is a list.
      const lists = cases.every((each) => Array.isArray(each)) ? cases : cases.map((each) => [each]);
      for (const values of lists) register(format(name, ...values), () => findBody(rest)(...values));
    },
});

export const beforeEach = (body: Body) => suites.at(-1)?.before.push(body);
export const afterEach = (body: Body) => suites.at(-1)?.after.push(body);

function register(name: string, ...rest: readonly (Body | Options | number)[]): void {
  const around = suites;
  const body = findBody(rest);
  const fullName = [...around.map((suite) => suite.name), name].join(' > ');
  tests.push({
    id: `${tests.length} ${fullName}`,
    name: fullName,
    fileName,
    duration: 0,
    run: async () => {
      try {
        for (const before of around.flatMap((suite) => suite.before)) await before();
        await body();
      } finally {
        for (const after of around.toReversed().flatMap((suite) => suite.after)) await after();
      }
    },
  });
}

function findBody(parts: readonly unknown[]): Body {
  const body = parts.find((each) => typeof each === 'function');
  if (!body) throw new Error('A test has no body');
  return body as Body;
}
