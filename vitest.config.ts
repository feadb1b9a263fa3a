import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** How slow a machine may be; no bound of the product's. */
const PATIENT = { testTimeout: 60_000, hookTimeout: 60_000 };
const PATIENT_WITH_BROWSERS = { testTimeout: 240_000, hookTimeout: 240_000 };

/** What the engine has most to do with: its own ways, its life, storage, keys, permissions and updates. */
const FIREFOX_IN_SHORT = [
  'firefox/own',
  'first-day',
  'faults-life',
  'faults-popup',
  'faults-return',
  'faults-storage',
  'faults-strangers',
  'update',
  'vault-modes',
  'vault-password',
  'vault-session',
].map((name) => `e2e/${name}.test.ts`);

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
          ...PATIENT,
        },
      },
      { test: { name: 'built', include: ['house/built/*.test.ts'], ...PATIENT } },
      {
        test: {
          name: 'browser',
          include: ['e2e/*.test.ts'],
          maxWorkers: 2,
          ...PATIENT_WITH_BROWSERS,
        },
      },
      {
        test: {
          name: 'references',
          include: ['e2e/pictures.test.ts'],
          ...PATIENT_WITH_BROWSERS,
          env: { REFERENCES: 'new' },
        },
      },
      {
        test: {
          name: 'chaos',
          include: ['e2e/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          env: { CHAOS: 'yes' },
          globalSetup: ['e2e/harness/chaos/run.ts'],
          setupFiles: ['e2e/harness/chaos/setup.ts'],
        },
      },
      ...[
        { name: 'firefox', include: ['e2e/*.test.ts', 'e2e/firefox/*.test.ts'] },
        { name: 'firefox in short', include: FIREFOX_IN_SHORT },
      ].map((part) => ({
        test: { ...part, maxWorkers: 2, ...PATIENT_WITH_BROWSERS, env: { BROWSER: 'firefox' } },
      })),
      ...(['chromium', 'firefox'] as const).map((browser) => ({
        test: {
          name: `packages in ${browser}`,
          include: ['e2e/packages/*.test.ts'],
          ...PATIENT_WITH_BROWSERS,
          env: { BROWSER: browser },
        },
      })),
    ],
  },
});
