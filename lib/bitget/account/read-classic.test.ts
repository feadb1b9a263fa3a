import { describe, expect, it } from 'vitest';
import type { ProductType } from '../../domain/account/product-type.ts';
import type { Failure } from '../../domain/core/failure.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import { CALM_ROW } from '../../testing/bitget-responses.ts';
import { buildAccount } from '../../testing/builders.ts';
import { createTestClock } from '../../testing/fake-clock.ts';
import type { Request } from '../http/endpoints.ts';
import type { ProductResponses } from './account-response.ts';
import type { SendOptions } from './account-sender.ts';
import { readClassic } from './read-classic.ts';

const refused: Failure = { kind: 'refused', code: '40009', cause: 'secret' };
const trouble: Failure = { kind: 'trouble', code: '40725' };
const first = { product: 'USDC-FUTURES', isAtRisk: true } as const;

/** Answers each request when the test says so. */
function setUp(products?: readonly ProductType[]) {
  const account = buildAccount(products ? { products } : {});
  const clock = createTestClock();
  const deadlines: { readonly ms: number; isMet: boolean }[] = [];
  const counted = {
    ...clock,
    deadline: (ms: number, within: AbortSignal) => {
      const entry = { ms, isMet: false };
      deadlines.push(entry);
      return {
        ...clock.deadline(ms, within),
        meet: () => {
          entry.isMet = true;
        },
      };
    },
  };
  const pending = new Map<string, { resolve(result: Result<unknown>): void; options: SendOptions | undefined }>();
  const requested: string[] = [];
  const send = ({ endpoint, query }: Request, options?: SendOptions) => {
    const name = `${endpoint.path.split('/').at(-1)} ${query.productType}`;
    requested.push(name);
    const { promise, resolve } = Promise.withResolvers<Result<unknown>>();
    pending.set(name, { resolve, options });
    return promise;
  };
  const progress: string[][] = [];
  const onProgress = async (answers: ProductResponses) => void progress.push([...answers.keys()]);
  const read = (priorities?: readonly (typeof first)[]) =>
    readClassic(account, send, {
      clock: counted,
      deadline: new AbortController().signal,
      onProgress,
      ...(priorities && { priorities }),
    });
  const answer = async (name: string, result: Result<unknown> = ok([CALM_ROW])) => {
    pending.get(name)?.resolve(result);
    // One turn of the event loop runs every reaction to the response.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { clock, deadlines, pending, requested, progress, read, answer };
}

describe('the product types of a classic account', () => {
  it('are requested two at once, the second after the first list has arrived', async () => {
    const { read, requested, answer } = setUp();
    const all = read();
    expect(requested).toEqual(['accounts USDT-FUTURES']);
    await answer('accounts USDT-FUTURES', ok([{ ...CALM_ROW, isolatedMargin: '5' }]));
    expect(requested.slice(1)).toEqual(['all-position USDT-FUTURES', 'accounts COIN-FUTURES']);
    await answer('accounts COIN-FUTURES');
    expect(requested.slice(3)).toEqual(['accounts USDC-FUTURES']);
    await answer('accounts USDC-FUTURES');
    await answer('all-position USDT-FUTURES', ok([]));
    expect([...(await all).keys()]).toEqual(['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES']);
  });

  it('are as old as the responses for their lists and positions', async () => {
    const { read, answer, clock } = setUp(['USDT-FUTURES']);
    const all = read();
    const start = clock.time;
    await answer('accounts USDT-FUTURES', ok([{ ...CALM_ROW, isolatedMargin: '5' }]));
    clock.time += 300;
    await answer('all-position USDT-FUTURES', ok([]));
    expect((await all).get('USDT-FUTURES')?.at).toEqual({ margin: start, positions: start + 300 });
  });

  it('do not wait longer than the head start for a silent first one', async () => {
    const { read, requested, answer, clock, deadlines } = setUp(['USDT-FUTURES', 'COIN-FUTURES']);
    const all = read();
    clock.expire();
    await answer('none');
    expect(requested).toEqual(['accounts USDT-FUTURES', 'accounts COIN-FUTURES']);
    await answer('accounts COIN-FUTURES');
    await answer('accounts USDT-FUTURES');
    // A share of 25 s for each of two, side by side, after a head start of one second.
    expect((await all).size).toBe(2);
    expect(deadlines.map(({ ms }) => ms)).toEqual([1_000, 25_000, 25_000]);
    expect(deadlines.every(({ isMet }) => isMet)).toBe(true);
  });

  it('begin with the riskiest one, in whose order the responses are', async () => {
    const { read, requested, answer } = setUp(['USDT-FUTURES', 'USDC-FUTURES']);
    const all = read([first]);
    await answer('accounts USDC-FUTURES');
    await answer('accounts USDT-FUTURES');
    expect(requested).toEqual(['accounts USDC-FUTURES', 'accounts USDT-FUTURES']);
    expect([...(await all).keys()]).toEqual(['USDC-FUTURES', 'USDT-FUTURES']);
  });

  it('report each response while others are awaited, and keep their order', async () => {
    const { read, answer, progress } = setUp();
    const all = read();
    for (const product of ['USDT', 'USDC', 'COIN']) await answer(`accounts ${product}-FUTURES`);
    expect(progress).toEqual([['USDT-FUTURES'], ['USDT-FUTURES', 'USDC-FUTURES']]);
    expect([...(await all).keys()]).toEqual(['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES']);
  });

  it('share one failure of the account, and then report no progress', async () => {
    const { read, answer, requested, progress } = setUp();
    const all = read();
    await answer('accounts USDT-FUTURES', failed(refused));
    const failure = { margin: failed(refused), positions: failed(refused) };
    expect(Object.fromEntries(await all)).toMatchObject({
      'USDT-FUTURES': failure,
      'COIN-FUTURES': failure,
      'USDC-FUTURES': failure,
    });
    expect(requested).toEqual(['accounts USDT-FUTURES']);
    expect(progress).toEqual([]);
  });

  it('fail separately by a failure of one', async () => {
    const { read, answer } = setUp(['USDT-FUTURES', 'COIN-FUTURES']);
    const all = read();
    await answer('accounts USDT-FUTURES', failed(trouble));
    await answer('accounts COIN-FUTURES');
    expect((await all).get('USDT-FUTURES')?.margin).toEqual(failed(trouble));
    expect((await all).get('COIN-FUTURES')?.margin.ok).toBe(true);
  });

  it('leave the retry to one at risk as long as it is awaited', async () => {
    const { read, answer, pending } = setUp(['USDC-FUTURES', 'USDT-FUTURES', 'COIN-FUTURES']);
    const all = read([first, { product: 'SUSDT-FUTURES' as never, isAtRisk: true }]);
    await answer('accounts USDC-FUTURES', ok([{ ...CALM_ROW, isolatedMargin: '5' }]));
    const mayRetry = (name: string) => pending.get(name)?.options?.mayRetry?.();
    expect([mayRetry('all-position USDC-FUTURES'), mayRetry('accounts USDT-FUTURES')]).toEqual([true, false]);
    await answer('all-position USDC-FUTURES', ok([]));
    expect(mayRetry('accounts USDT-FUTURES')).toBe(true);
    for (const product of ['USDT', 'COIN']) await answer(`accounts ${product}-FUTURES`);
    expect((await all).size).toBe(3);
  });
});
