import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** How slow a machine may be; no bound of the product's. */
const PATIENT = { testTimeout: 60_000, hookTimeout: 60_000 };
const PATIENT_WITH_BROWSERS = { testTimeout: 240_000, hookTimeout: 240_000 };

/**
 * What `npm test` leaves to `npm run firefox`, for all of it would take longer than the ten minutes that it may: texts,
 * drawing and what is made of answers and entries, which are the same files in both browsers.
 */
const NOT_IN_SHORT = [
  'access',
  'bad-input',
  'calm',
  'faults-answers',
  'groups',
  'history',
  'keys',
  'languages',
  'look',
  'many',
  'positions',
  'showcase',
].map((name) => `e2e/${name}.test.ts`);
const IN_CHROMIUM = ['e2e/*.test.ts'];
const IN_FIREFOX = [...IN_CHROMIUM, 'e2e/firefox/*.test.ts'];
const PACKAGES = ['e2e/packages/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['{lib,components,entrypoints,packing,simulator,house,scripts,tools}/**/*.test.ts'],
          exclude: ['house/built/**'],
          setupFiles: ['vitest.setup.ts'],
          ...PATIENT,
        },
      },
      { test: { name: 'built', include: ['house/built/*.test.ts'], ...PATIENT } },
      {
        test: {
          name: 'browser',
          include: IN_CHROMIUM,
          maxWorkers: 3,
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
      ...[
        { name: 'firefox', include: IN_FIREFOX },
        { name: 'firefox in short', include: IN_FIREFOX, exclude: NOT_IN_SHORT },
      ].map((part) => ({
        test: { ...part, maxWorkers: 3, ...PATIENT_WITH_BROWSERS, env: { BROWSER: 'firefox' } },
      })),
      // The same tests on what is in the packages, and one more on the packages themselves.
      ...[
        { browser: 'chromium', include: [...IN_CHROMIUM, ...PACKAGES] },
        { browser: 'firefox', include: [...IN_FIREFOX, ...PACKAGES] },
      ].map(({ browser, include }) => ({
        test: {
          name: `packages in ${browser}`,
          include,
          maxWorkers: 3,
          ...PATIENT_WITH_BROWSERS,
          globalSetup: ['e2e/harness/unpack.ts'],
          env: { BROWSER: browser, PACKAGES: 'yes' },
        },
      })),
    ],
  },
});
