import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../domain/core/result.ts';
import { ADDRESS_THROTTLED, type CannedResponse, respondAsBitget } from '../../testing/bitget-responses.ts';
import { buildAccount } from '../../testing/builders.ts';
import { createTestClock } from '../../testing/fake-clock.ts';
import { accountListRequest, classicPositionsRequest } from '../http/endpoints.ts';
import { importSigningKey } from '../http/sign.ts';
import { createAccountSender } from './account-sender.ts';

const NOW = 1_700_000_000_000;
const credentials = { apiKey: 'key', passphrase: 'p', signing: await importSigningKey('my-secret-key') };

function setUp(reply: CannedResponse) {
  const names: string[] = [];
  const fetch = respondAsBitget(() => reply);
  const context = {
    fetch,
    clock: createTestClock(NOW),
    deadline: new AbortController().signal,
    rateLimiter: async (name: string) => () => void names.push(name),
    concurrencyLimiter: <T>(name: string, work: () => Promise<T>) => {
      names.push(name);
      return work();
    },
    family: 'classic',
    skew: { offset: 0 },
    throttles: {},
  } as const;
  return { ...createAccountSender(buildAccount(), credentials, context), fetch, names };
}

describe('the sender of an account', () => {
  it('G20 is known to the limiters, which outlive a lock, by the account and never by its key', async () => {
    const { send, names } = setUp({ data: [] });
    await send(accountListRequest('USDT-FUTURES'));
    expect(new Set(names)).toEqual(new Set(['main']));
  });

  it('G4 sends to other endpoints after a 429, unless it names the address', async () => {
    const own = setUp({ code: '429' });
    const ofAddress = setUp(ADDRESS_THROTTLED);
    for (const { send } of [own, ofAddress]) {
      await send(accountListRequest('USDT-FUTURES'));
      await send(accountListRequest('USDC-FUTURES'));
      await send(classicPositionsRequest('USDT-FUTURES'));
    }
    expect([own, ofAddress].map(({ fetch }) => fetch.mock.calls.length)).toEqual([2, 1]);
    expect([...ofAddress.throttles]).toEqual([['', { until: NOW + 5 * 60_000, hasRetryAfter: true }]]);
  });
});

it('marks a request as sent when it leaves, and sends none after the deadline of the round', async () => {
  const events: string[] = [];
  const deadline = new AbortController();
  const context = {
    fetch: async () => {
      events.push('fetched');
      return new Response('{"code":"00000","data":[]}');
    },
    clock: createTestClock(),
    deadline: deadline.signal,
    rateLimiter: async (name: string) => () => void events.push(`marked ${name}`),
    concurrencyLimiter: <T>(_: string, work: () => Promise<T>) => work(),
    family: 'classic' as const,
    skew: { offset: 0 },
    throttles: {},
  };
  const { send } = createAccountSender(buildAccount(), credentials, context);
  expect(await send(accountListRequest('USDT-FUTURES'))).toEqual(ok([]));
  expect(events).toEqual(['marked main', 'fetched']);
  deadline.abort();
  expect(await send(accountListRequest('USDT-FUTURES'))).toEqual(failed({ kind: 'timeout' }));
  expect(events).toEqual(['marked main', 'fetched']);
});
