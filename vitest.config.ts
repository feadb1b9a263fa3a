import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['{lib,components,entrypoints,packing,simulator,house,scripts}/**/*.test.ts'],
          exclude: ['house/built/**'],
          setupFiles: ['vitest.setup.ts'],
        },
      },
      { test: { name: 'built', include: ['house/built/*.test.ts'] } },
      {
        test: {
          name: 'browser',
          include: ['e2e/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'firefox',
          include: ['e2e/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          env: { BROWSER: 'firefox' },
        },
      },
    ],
  },
});
