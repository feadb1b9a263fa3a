import { defineConfig } from 'vitest/config';

/** The tests of the code that is mutated, which needs no browser. None leaves anything behind, so one worker may run them all. */
export default defineConfig({
  test: {
    isolate: false,
    // Stryker has a limit of its own, which knows how slow the machine is.
    testTimeout: 300_000,
    setupFiles: ['tools/mutation/setup.ts'],
    include: [
      'lib/{domain,bitget}/**/*.test.ts',
      'lib/background/polling/{backoff,merge-readings,round,update-reading}.test.ts',
      'lib/background/toolbar/coalesce.test.ts',
    ],
  },
});
