import { resolve } from 'node:path';

/** Where the builds are that are tested. */
export const BUILDS = {
  chromium: resolve(import.meta.dirname, '../../.output/chrome-mv3'),
  firefox: resolve(import.meta.dirname, '../../.output/firefox-mv3'),
} as const;
