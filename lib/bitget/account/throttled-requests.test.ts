import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../domain/core/result.ts';
import type { Throttles } from '../../domain/polling/reading.ts';
import { ADDRESS_THROTTLED, type CannedResponse, respondAsBitget } from '../../testing/bitget-responses.ts';
import { buildAccount } from '../../testing/builders.ts';
import { createTestClock } from '../../testing/fake-clock.ts';
import { createConcurrencyLimiter } from '../http/concurrency-limiter.ts';
import { accountListRequest, classicPositionsRequest } from '../http/endpoints.ts';
import { importSigningKey } from '../http/sign.ts';
import { createAccountSender } from './account-sender.ts';
import { readFundingAssets } from './read-funding.ts';

const NOW = 1_700_000_000_000;
const PATH = '/api/v2/mix/account/accounts';
const list = accountListRequest('USDT-FUTURES');
const credentials = { apiKey: 'key', passphrase: 'p', signing: await importSigningKey('my-secret-key') };

function setUp(reply: () => CannedResponse, throttles: Throttles = {}, family: 'classic' | 'unified' = 'classic') {
  const clock = createTestClock(NOW);
  const fetch = respondAsBitget(reply);
  const context = {
    fetch,
    clock,
    deadline: new AbortController().signal,
    rateLimiter: async () => () => undefined,
    concurrencyLimiter: <T>(_: string, work: () => Promise<T>) => work(),
    family,
    skew: { offset: 0 },
    throttles,
  };
  return { clock, fetch, context, ...createAccountSender(buildAccount(), credentials, context) };
}

describe('a throttle or a failure of an account', () => {
  it('sends no request that waited while another one to its endpoint was throttled', async () => {
    const { context, fetch } = setUp(() => ({ code: '429' }));
    let marked = 0;
    const { send } = createAccountSender(buildAccount(), credentials, {
      ...context,
      rateLimiter: async () => () => {
        marked += 1;
      },
      concurrencyLimiter: createConcurrencyLimiter(1),
    });
    const throttled = failed({ kind: 'throttled', until: NOW + 10_000, hasRetryAfter: false });
    expect(await Promise.all([send(list), send(list)])).toEqual([throttled, throttled]);
    expect([fetch.mock.calls.length, marked]).toEqual([1, 1]);
  });

  it('retries one request of an account, unless the caller has a better use for the retry', async () => {
    const failing = () => setUp(() => ({ error: new TypeError('Failed to fetch') }));
    const free = failing();
    expect(await free.send(list)).toEqual(failed({ kind: 'unreachable' }));
    expect(free.fetch).toHaveBeenCalledTimes(2);
    await free.send(list);
    expect(free.fetch).toHaveBeenCalledTimes(3);
    const kept = failing();
    await kept.send(list, { mayRetry: () => false });
    expect(kept.fetch).toHaveBeenCalledTimes(1);
  });

  it('sends nothing to a throttled endpoint until its time has come', async () => {
    const throttle = { until: NOW + 5_000, hasRetryAfter: true };
    const { send, fetch, clock } = setUp(() => ({ data: [] }), { [PATH]: throttle });
    expect(await send(list)).toEqual(failed({ kind: 'throttled', ...throttle }));
    expect(await send(classicPositionsRequest('USDT-FUTURES'))).toEqual(ok([]));
    expect(fetch).toHaveBeenCalledTimes(1);
    clock.time = NOW + 5_000;
    expect(await send(list)).toEqual(ok([]));
  });

  it('keeps a throttle of its endpoint, or of every endpoint', async () => {
    const one = setUp(() => ({ code: '429' }));
    await one.send(list);
    expect(Object.fromEntries(one.throttles)).toEqual({ [PATH]: { until: NOW + 10_000, hasRetryAfter: false } });
    const all = setUp(() => ADDRESS_THROTTLED);
    await all.send(list);
    expect(Object.fromEntries(all.throttles)).toEqual({ '': { until: NOW + 300_000, hasRetryAfter: true } });
    expect(await all.send(classicPositionsRequest('USDT-FUTURES'))).toMatchObject(
      failed({ kind: 'throttled' } as never),
    );
    expect(all.fetch).toHaveBeenCalledTimes(1);
  });

  it('keeps no throttle after any other failure, and passes the options of the caller on', async () => {
    const { send, throttles, fetch } = setUp(() => ({ status: 503, body: '' }));
    const result = await send(list, { mayRetry: () => false });
    expect(result).toEqual(failed({ kind: 'trouble', code: 'HTTP 503' }));
    expect([throttles.size, fetch.mock.calls.length]).toEqual([0, 1]);
  });
});

describe('the wallet from which margin is added', () => {
  it.each([
    ['classic', '/api/v2/spot/account/assets'],
    ['unified', '/api/v3/account/funding-assets'],
  ] as const)('of a %s account is read from %s', async (family, path) => {
    const { context, fetch } = setUp(() => ({ data: [{ coin: 'USDT', available: '12.5' }] }), {}, family);
    expect(await readFundingAssets(buildAccount(), credentials, context)).toEqual({
      result: ok([{ coin: 'USDT', available: '12.5' }]),
      throttles: {},
    });
    expect(new URL(String(fetch.mock.calls[0]?.[0])).pathname).toBe(path);
  });

  it('is unknown after a failure, whose throttle is kept', async () => {
    const { context } = setUp(() => ({ code: '429' }));
    const throttle = { until: NOW + 10_000, hasRetryAfter: false };
    expect(await readFundingAssets(buildAccount(), credentials, context)).toEqual({
      result: failed({ kind: 'throttled', ...throttle }),
      throttles: { '/api/v2/spot/account/assets': throttle },
    });
  });
});
