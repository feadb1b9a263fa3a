import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { LongestFirst } from './e2e/harness/longest-first.ts';

/** How slow a machine may be; no bound of the product's. */
const UNIT_TIMEOUTS = { testTimeout: 60_000, hookTimeout: 60_000 };
const BROWSER_TIMEOUTS = { testTimeout: 240_000, hookTimeout: 240_000 };
/** Browser tests mostly wait for a browser, so six files at a time keep two cores busy. */
const WITH_BROWSERS = { ...BROWSER_TIMEOUTS, maxWorkers: 6, setupFiles: ['e2e/harness/setup.ts'] };

/** These know nothing of a browser, so their files can share one module graph. */
const PURE = ['lib/{domain,bitget}/**/*.test.ts'];
const IN_CHROMIUM = ['e2e/{accounts,alerts,faults,popup,settings,states,update,vault}/*.test.ts'];
const IN_FIREFOX = [...IN_CHROMIUM, 'e2e/firefox/*.test.ts'];
/** What depends on the engine: the background's life, notifications, updates, storage on disk, focus, permissions. */
const FIREFOX_SPECIFIC = [
  'e2e/firefox/*.test.ts',
  ...[
    'faults/host-permission',
    'faults/system-clock',
    'popup/side-panel',
    'states/keyboard-popup',
    'update/from-release',
    'vault/password-restart',
  ].map((name) => `e2e/${name}.test.ts`),
];
const PACKAGES = ['e2e/packages/*.test.ts'];

export default defineConfig({
  test: {
    // By default Vitest leaves one core idle.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: { name: 'pure', include: PURE, setupFiles: ['vitest.seed.ts'], isolate: false, ...UNIT_TIMEOUTS },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['{lib,components,entrypoints,simulator,tools}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'tools/conventions/built/**', ...PURE],
          setupFiles: ['vitest.seed.ts', 'vitest.setup.ts'],
          ...UNIT_TIMEOUTS,
        },
      },
      { test: { name: 'built', include: ['tools/conventions/built/*.test.ts'], ...UNIT_TIMEOUTS } },
      { test: { name: 'browser', include: IN_CHROMIUM, ...WITH_BROWSERS } },
      {
        test: {
          name: 'languages',
          include: ['e2e/states/languages.test.ts'],
          env: { LANGUAGES: 'all' },
          ...WITH_BROWSERS,
        },
      },
      {
        test: {
          name: 'references',
          include: ['e2e/states/states.test.ts'],
          ...WITH_BROWSERS,
          env: { REFERENCES: 'new' },
        },
      },
      {
        test: {
          name: 'firefox',
          include: IN_FIREFOX,
          env: { BROWSER: 'firefox', LANGUAGES: 'all' },
          ...WITH_BROWSERS,
        },
      },
      {
        test: {
          name: 'firefox in short',
          include: FIREFOX_SPECIFIC,
          env: { BROWSER: 'firefox' },
          ...WITH_BROWSERS,
        },
      },
      // The browser tests on the contents of the packages, and one more on the packages themselves.
      ...[
        { browser: 'chromium', include: [...IN_CHROMIUM, ...PACKAGES] },
        { browser: 'firefox', include: [...IN_FIREFOX, ...PACKAGES] },
      ].map(({ browser, include }) => ({
        test: {
          name: `packages in ${browser}`,
          include,
          ...WITH_BROWSERS,
          globalSetup: ['e2e/harness/driver/unpack-packages.ts'],
          env: { BROWSER: browser, PACKAGES: 'yes' },
        },
      })),
    ],
  },
});
