import { describe, expect, it } from 'vitest';
import { type CannedResponse, respondAsBitget } from '../../testing/bitget-responses.ts';
import { createTestClock } from '../../testing/fake-clock.ts';
import { accountListRequest } from './endpoints.ts';
import { type RetryBudget, requestWithRetry } from './retry.ts';
import { importSigningKey } from './sign.ts';

const TIME = '/api/v2/public/time';
const network: CannedResponse = { error: new TypeError('Failed to fetch') };
const failing = (failure: object) => ({ ok: false, failure });

/** Answers in turn, the server's clock apart; what came of it, and what was sent when. */
async function attempting(
  replies: readonly CannedResponse[],
  effort: Partial<RetryBudget> = {},
  change: Partial<{ late: boolean; silent: boolean }> = {},
) {
  const clock = createTestClock();
  const start = clock.now();
  const deadline = new AbortController();
  const left = [...replies];
  const fetch = respondAsBitget((url) => {
    if (change.late) deadline.abort();
    if (url.pathname === TIME) return change.silent ? network : { data: { serverTime: String(clock.time + 7_000) } };
    return left.shift() ?? { data: [] };
  });
  const whole: RetryBudget = { retries: 1, skew: { offset: 0 }, ...effort };
  const caller = {
    credentials: { apiKey: 'key', passphrase: 'p', signing: await importSigningKey('my-secret-key') },
    demo: false,
  };
  const result = await requestWithRetry(
    accountListRequest('USDT-FUTURES'),
    caller,
    { fetch, clock, deadline: deadline.signal },
    whole,
  );
  const stamps = fetch.mock.calls.flatMap(([url, init]) => {
    const stamp = new Headers(init?.headers).get('ACCESS-TIMESTAMP');
    return String(url).endsWith(TIME) ? 'time' : Number(stamp) - start;
  });
  return { result, stamps, waits: clock.waits, effort: whole };
}

describe('P1: an attempt', () => {
  it('that succeeds is one call, and costs nothing', async () => {
    const { result, stamps, waits, effort } = await attempting([]);
    expect({ result, stamps, waits, retries: effort.retries }).toEqual({
      result: { ok: true, value: [] },
      stamps: [0],
      waits: [],
      retries: 1,
    });
  });

  it.each<[string, CannedResponse]>([
    ['the network', network],
    ['HTTP 500', { status: 500, body: '<html>' }],
    ['HTTP 503', { status: 503, body: '' }],
  ])('after trouble of %s is made once more after half a second by chance', async (_, issue) => {
    const { result, stamps, waits, effort } = await attempting([issue]);
    // A quarter of a second, and up to half a one more: the chance is 0.5.
    expect({ result, stamps, waits, retries: effort.retries }).toEqual({
      result: { ok: true, value: [] },
      stamps: [0, 500],
      waits: [500],
      retries: 0,
    });
  });

  it.each<[string, CannedResponse]>([
    ['a page of somebody in between', { status: 403, body: '<html>' }],
    ['an empty answer', { status: 200, body: '' }],
    ['trouble of Bitget’s own', { code: '40725' }],
    ['a refusal', { code: '40009' }],
  ])('is not made again after %s', async (_, issue) => {
    const { result, stamps, effort } = await attempting([issue]);
    expect([result.ok, stamps, effort.retries]).toEqual([false, [0], 1]);
  });

  it('is not made again once the retry is spent, or the round is over', async () => {
    const spent = await attempting([network], { retries: 0 });
    expect([spent.result, spent.stamps]).toEqual([failing({ kind: 'unreachable' }), [0]]);
    const late = await attempting([network], {}, { late: true });
    expect([late.result, late.stamps, late.effort.retries]).toEqual([failing({ kind: 'timeout' }), [0], 1]);
  });

  it('tells what the second call met', async () => {
    const { result, stamps } = await attempting([network, { code: '40725' }]);
    expect([result, stamps]).toEqual([failing({ kind: 'trouble', code: '40725' }), [0, 500]]);
  });
});

it('P1: an attempt that nothing answered in time is made once more', async () => {
  const clock = createTestClock();
  const fetch = respondAsBitget(() => {
    if (fetch.mock.calls.length > 1) return { data: [] };
    clock.expire();
    return { error: new DOMException('', 'TimeoutError') };
  });
  const credentials = { apiKey: 'key', passphrase: 'p', signing: await importSigningKey('my-secret-key') };
  const net = { fetch, clock, deadline: new AbortController().signal };
  const effort: RetryBudget = { retries: 1, skew: { offset: 0 } };
  expect(
    await requestWithRetry(accountListRequest('USDT-FUTURES'), { credentials, demo: false }, net, effort),
  ).toMatchObject({
    ok: true,
  });
  expect(fetch).toHaveBeenCalledTimes(2);
});

describe('P5: an attempt that the clock was refused for', () => {
  it('sets the clock by the server’s, and is made again at once', async () => {
    const { result, stamps, waits, effort } = await attempting([{ code: '40008' }]);
    expect({ result, stamps, waits, skew: effort.skew }).toEqual({
      result: { ok: true, value: [] },
      stamps: [0, 'time', 7_000],
      waits: [],
      skew: { offset: 7_000 },
    });
  });

  it('says by how much the clock is off where that did not help', async () => {
    const { result } = await attempting([{ code: '40008' }, { code: '40005' }]);
    expect(result).toEqual(failing({ kind: 'clock', code: '40005', offset: 7_000 }));
  });

  it('is over where the server does not tell its time, and the clock stays as it was', async () => {
    const { result, stamps, effort } = await attempting([{ code: '40008' }], {}, { silent: true });
    expect([result, stamps, effort.skew]).toEqual([failing({ kind: 'unreachable' }), [0, 'time'], { offset: 0 }]);
  });

  it('takes what another account has set meanwhile', async () => {
    const skew = { offset: 0 };
    const { stamps } = await attempting(
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
});
