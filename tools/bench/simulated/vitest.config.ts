import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Simulations of the real background. They need the test runner only for its module mocks and fake timers. */
export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tools/bench/simulated/runs/*.run.ts'],
    setupFiles: ['vitest.setup.ts'],
    // CPU times are those of a process, so each file has its own.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 3_600_000,
  },
});
