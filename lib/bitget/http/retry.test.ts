import { describe, expect, it } from 'vitest';
import { type CannedResponse, respondAsBitget } from '../../testing/bitget-responses.ts';
import { createTestClock } from '../../testing/fake-clock.ts';
import { accountListRequest } from './endpoints.ts';
import { type RetryBudget, requestWithRetry } from './retry.ts';
import { importSigningKey } from './sign.ts';

const TIME = '/api/v2/public/time';
const network: CannedResponse = { error: new TypeError('Failed to fetch') };
const failing = (failure: object) => ({ ok: false, failure });

/** Sends one request that gets these responses in turn. Server-time requests get the server's time. */
async function send(
  replies: readonly CannedResponse[],
  changedBudget: Partial<RetryBudget> = {},
  { isLate = false, hasServerTime = true } = {},
) {
  const clock = createTestClock();
  const start = clock.now();
  const deadline = new AbortController();
  const remaining = [...replies];
  const fetch = respondAsBitget((url) => {
    if (isLate) deadline.abort();
    if (url.pathname === TIME) return hasServerTime ? { data: { serverTime: String(clock.time + 7_000) } } : network;
    return remaining.shift() ?? { data: [] };
  });
  const budget: RetryBudget = { retries: 1, skew: { offset: 0 }, ...changedBudget };
  const signer = {
    credentials: { apiKey: 'key', passphrase: 'p', signing: await importSigningKey('my-secret-key') },
    demo: false,
  };
  const result = await requestWithRetry(
    accountListRequest('USDT-FUTURES'),
    signer,
    { fetch, clock, deadline: deadline.signal },
    budget,
  );
  const stamps = fetch.mock.calls.flatMap(([url, init]) => {
    const stamp = new Headers(init?.headers).get('ACCESS-TIMESTAMP');
    return String(url).endsWith(TIME) ? 'time' : Number(stamp) - start;
  });
  return { result, stamps, waits: clock.waits, budget };
}

describe('P1: a request', () => {
  it('is sent once and costs no retry when it succeeds', async () => {
    const { result, stamps, waits, budget } = await send([]);
    expect({ result, stamps, waits, retries: budget.retries }).toEqual({
      result: { ok: true, value: [] },
      stamps: [0],
      waits: [],
      retries: 1,
    });
  });

  it.each<[string, CannedResponse]>([
    ['a network error', network],
    ['HTTP 500', { status: 500, body: '<html>' }],
    ['HTTP 503', { status: 503, body: '' }],
  ])('is retried after a random delay when it failed by %s', async (_, failure) => {
    const { result, stamps, waits, budget } = await send([failure]);
    // 250 ms plus up to 500 ms, with 0.5 as the random number.
    expect({ result, stamps, waits, retries: budget.retries }).toEqual({
      result: { ok: true, value: [] },
      stamps: [0, 500],
      waits: [500],
      retries: 0,
    });
  });

  it.each<[string, CannedResponse]>([
    ['a page of a proxy', { status: 403, body: '<html>' }],
    ['a temporary error of Bitget', { code: '40725' }],
    ['a refusal', { code: '40009' }],
  ])('is not retried after %s', async (_, failure) => {
    const { result, stamps, budget } = await send([failure]);
    expect([result.ok, stamps, budget.retries]).toEqual([false, [0], 1]);
  });

  it('is retried after an empty response', async () => {
    const { result, stamps } = await send([{ status: 200, body: '' }]);
    expect([result.ok, stamps.length]).toEqual([true, 2]);
  });

  it('is not retried when the budget is spent or the round is over', async () => {
    const spent = await send([network], { retries: 0 });
    expect([spent.result, spent.stamps]).toEqual([failing({ kind: 'unreachable' }), [0]]);
    const late = await send([network], {}, { isLate: true });
    expect([late.result, late.stamps, late.budget.retries]).toEqual([failing({ kind: 'timeout' }), [0], 1]);
  });

  it('returns the failure of the retry', async () => {
    const { result, stamps } = await send([network, { code: '40725' }]);
    expect([result, stamps]).toEqual([failing({ kind: 'trouble', code: '40725' }), [0, 500]]);
  });
});

it('P1: retries a request that timed out', async () => {
  const clock = createTestClock();
  const fetch = respondAsBitget(() => {
    if (fetch.mock.calls.length > 1) return { data: [] };
    clock.expire();
    return { error: new DOMException('', 'TimeoutError') };
  });
  const credentials = { apiKey: 'key', passphrase: 'p', signing: await importSigningKey('my-secret-key') };
  const network = { fetch, clock, deadline: new AbortController().signal };
  const budget: RetryBudget = { retries: 1, skew: { offset: 0 } };
  expect(
    await requestWithRetry(accountListRequest('USDT-FUTURES'), { credentials, demo: false }, network, budget),
  ).toMatchObject({
    ok: true,
  });
  expect(fetch).toHaveBeenCalledTimes(2);
});

describe('P5: a request with a rejected timestamp', () => {
  it('corrects the clock skew by the server’s time and is retried at once', async () => {
    const { result, stamps, waits, budget } = await send([{ code: '40008' }]);
    expect({ result, stamps, waits, skew: budget.skew }).toEqual({
      result: { ok: true, value: [] },
      stamps: [0, 'time', 7_000],
      waits: [],
      skew: { offset: 7_000 },
    });
  });

  it('returns the clock offset when the retry is rejected too', async () => {
    const { result } = await send([{ code: '40008' }, { code: '40005' }]);
    expect(result).toEqual(failing({ kind: 'clock', code: '40005', offset: 7_000 }));
  });

  it('is not retried and keeps the skew when the server’s time is unavailable', async () => {
    const { result, stamps, budget } = await send([{ code: '40008' }], {}, { hasServerTime: false });
    expect([result, stamps, budget.skew]).toEqual([failing({ kind: 'unreachable' }), [0, 'time'], { offset: 0 }]);
  });

  it('uses a skew that another account has just corrected', async () => {
    const skew = { offset: 0 };
    const { stamps } = await send(
      [
        {
          get code() {
            skew.offset = 3_000;
            return '40008';
          },
        },
      ],
      { skew },
    );
    expect(stamps).toEqual([0, 3_000]);
  });

  it('needs no retry of the budget when another account has just corrected the skew', async () => {
    const skew = { offset: 0 };
    const answer = {
      get code() {
        skew.offset = 3_000;
        return '40008';
      },
    };
    const { result, stamps, budget } = await send([answer], { skew, retries: 0 });
    expect([result, stamps, budget.retries]).toEqual([{ ok: true, value: [] }, [0, 3_000], 0]);
  });

  it('is not retried without a budget, nor is another failure that comes after a correction', async () => {
    expect((await send([{ code: '40008' }], { retries: 0 })).stamps).toEqual([0]);
    const skew = { offset: 0 };
    const unreachable = {
      get error() {
        skew.offset = 3_000;
        return new TypeError('Failed to fetch');
      },
    };
    expect((await send([unreachable], { skew, retries: 0 })).stamps).toEqual([0]);
  });
});
