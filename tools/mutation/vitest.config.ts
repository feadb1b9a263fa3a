import { defineConfig } from 'vitest/config';

/** The tests of the mutated code. They need no browser and share no state, so one worker runs them all. */
export default defineConfig({
  test: {
    isolate: false,
    // Stryker has its own time limit, which depends on the speed of the machine.
    testTimeout: 300_000,
    setupFiles: ['tools/mutation/setup.ts'],
    include: [
      'lib/{domain,bitget}/**/*.test.ts',
      'lib/background/polling/{account-order,backoff,merge-readings,rise,round,round-rise,update-reading}.test.ts',
      'lib/background/toolbar/coalesce.test.ts',
    ],
  },
});
