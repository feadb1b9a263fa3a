import 'fake-indexeddb/auto';
import process from 'node:process';
import fc from 'fast-check';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The same cases in each run; `SEED=2 npm run unit` tries others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ host_permissions: ['https://api.bitget.com/*'] }) });
});
