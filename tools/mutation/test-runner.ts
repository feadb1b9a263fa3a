import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import type { CollectedTest } from './collector.ts';

/** The object that Stryker's changed code reads and counts in. */
interface StrykerGlobal {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: unknown;
}

interface MutantRun {
  readonly activeMutant: { readonly id: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
}

/**
 * Runs all tests in Stryker's own process, where they are loaded once. Vitest would start again for each change, which takes
 * a hundred times as long as the tests. Stryker starts another process if a change hangs or ends this one.
 */
class InProcessTestRunner {
  static readonly inject = ['options'] as const;
  readonly #patterns: readonly string[];
  #tests: readonly CollectedTest[] = [];

  constructor(options: { readonly testFiles: readonly string[] }) {
    this.#patterns = options.testFiles;
  }

  /**
   * Stryker would start a new process for each change that also takes effect at import. Those effects are not tested
   * (`ignoreStatic`), so the loaded modules stay valid.
   */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    const { default: fc } = await import('fast-check');
    // A property that detects a change does so within few runs, and each surviving change costs all runs.
    fc.configureGlobal({ numRuns: 25, seed: 1 });
    const { collectTests } = await loadCollector();
    this.#tests = await collectTests(
      globSync([...this.#patterns])
        .sort()
        .map((file) => resolve(file)),
    );
  }

  /** Runs every test without a change. Stryker's counters note which changes each test reaches. */
  async dryRun() {
    const results = [];
    for (const test of this.#tests) {
      stryker.currentTestId = test.id;
      results.push(describeResult(test, await runTest(test)));
      stryker.currentTestId = undefined;
    }
    return { status: 'complete', tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  /** Runs the tests that reach a change, the quickest first, until one fails. */
  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRun) {
    const reaching = this.#tests.filter((test) => !testFilter || testFilter.includes(test.id));
    Object.assign(stryker, { hitCount: 0, hitLimit });
    for (const test of reaching.toSorted((one, other) => one.duration - other.duration)) {
      stryker.activeMutant = activeMutant.id;
      const failureMessage = await runTest(test);
      stryker.activeMutant = undefined;
      if (hitLimit && (stryker.hitCount ?? 0) > hitLimit) return { status: 'timeout', reason: 'Hit limit reached' };
      if (failureMessage === null) continue;
      // Stryker restarts the process and tries the change again.
      if ((await runTest(test)) !== null) throw new Error(`A change left a state behind that fails ${test.name}`);
      return { status: 'killed', failureMessage, killedBy: [test.id], nrOfTests: reaching.length };
    }
    return { status: 'survived', nrOfTests: reaching.length };
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessTestRunner }];

const environment = globalThis as { __stryker__?: StrykerGlobal; __vitest_worker__?: unknown };
environment.__stryker__ ??= {};
const stryker = environment.__stryker__;

/** Imports the collector in such a way that tests which import Vitest get it too. */
async function loadCollector() {
  const collector = new URL('./collector.ts', import.meta.url).href;
  // Vitest's `expect` and `vi` refuse to load outside its workers.
  environment.__vitest_worker__ = { config: {}, environment: { name: 'node' }, ctx: {} };
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'vitest' && context.parentURL !== collector
        ? { url: collector, shortCircuit: true }
        : next(specifier, context),
  });
  return import('./collector.ts');
}

/** Returns the failure's message, or null if the test passes. */
async function runTest(test: CollectedTest): Promise<string | null> {
  const start = performance.now();
  try {
    await test.run();
    return null;
  } catch (error) {
    return String(error);
  } finally {
    test.duration = performance.now() - start;
  }
}

function describeResult({ id, name, fileName, duration }: CollectedTest, failureMessage: string | null) {
  const known = { id, name, fileName, timeSpentMs: duration };
  return failureMessage === null ? { ...known, status: 0 } : { ...known, status: 1, failureMessage };
}
