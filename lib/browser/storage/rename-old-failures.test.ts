import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readings } from './items.ts';
import { load } from './store.ts';

const account = (margin: object, lastFailure: object) => ({
  revision: 1,
  family: 'classic',
  margin,
  positions: {},
  retry: { failures: 1, notBefore: 9, stopped: false },
  lastFailure,
});
const stored = (permission: object, throttle: object) => ({
  clockOffset: 0,
  accounts: {
    main: account(
      {
        'USDT-FUTURES': { state: 'stale', at: 5, figures: [], failure: permission, failedAt: 9 },
        'USDC-FUTURES': { state: 'failed', failure: throttle, failedAt: 9 },
      },
      { failure: { ...throttle }, at: 9 },
    ),
  },
});

it('reads the failures that 0.1.0 stored', async () => {
  const old = stored({ kind: 'ungranted' }, { kind: 'throttled', until: 20, told: false });
  await fakeBrowser.storage.local.set({ readings: { v: 1, value: old } });
  const value = stored({ kind: 'noHostPermission' }, { kind: 'throttled', until: 20, hasRetryAfter: false });
  expect(await load(readings)).toEqual({ state: 'ok', value });
});
