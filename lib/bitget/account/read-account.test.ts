import { describe, expect, it } from 'vitest';
import type { Account } from '../../domain/account/account.ts';
import type { Family } from '../../domain/core/failure.ts';
import { CALM_ROW, type CannedResponse, respondAsBitget } from '../../testing/bitget-responses.ts';
import { buildAccount } from '../../testing/builders.ts';
import { createTestClock } from '../../testing/fake-clock.ts';
import { importSigningKey } from '../http/sign.ts';
import { readAccount, readAccountWithKey } from './read-account.ts';

const NOW = 1_700_000_000_000;
const riskyRow = { ...CALM_ROW, isolatedMargin: '5' };
const calmPool = { accountEquity: '9', mmr: '0', imr: '0', mgnRatio: '0', unrealisedPnl: '0' };
const credentials = { apiKey: 'key', passphrase: 'p', signing: await importSigningKey('my-secret-key') };

const isUnifiedApi = ({ pathname }: URL) => pathname.startsWith('/api/v3');
const isPositions = ({ pathname }: URL) => pathname.includes('position');
/** The refusal that names the other family of API. */
const useFamily = (family: Family): CannedResponse => ({ code: family === 'unified' ? '40085' : '40084' });

function setUp(reply: (url: URL) => CannedResponse) {
  const fetch = respondAsBitget(reply);
  const context = (family: Family) => ({
    fetch,
    clock: createTestClock(NOW),
    deadline: new AbortController().signal,
    rateLimiter: async () => () => undefined,
    concurrencyLimiter: <T>(_: string, work: () => Promise<T>) => work(),
    family,
    skew: { offset: 0 },
    throttles: {},
  });
  return {
    fetch,
    read: (family: Family, account: Account = buildAccount()) => readAccount(account, credentials, context(family)),
    check: (family: Family) => readAccountWithKey(buildAccount(), credentials, context(family)),
    /** The last part of each request's path, and the values of its query. */
    requests: () =>
      fetch.mock.calls.map(([url]) => {
        const { pathname, searchParams } = new URL(String(url));
        return [pathname.split('/').at(-1), ...searchParams.values()].join(' ');
      }),
  };
}

describe('a classic account', () => {
  it('takes three requests when no position can affect the risk', async () => {
    const { read, requests } = setUp(() => ({ data: [CALM_ROW] }));
    const { family, answers } = await read('classic');
    expect(requests()[0]).toBe('accounts USDT-FUTURES');
    // Signing is asynchronous, so the two requests that are sent side by side may arrive in either order.
    expect(requests().slice(1).toSorted()).toEqual(['accounts COIN-FUTURES', 'accounts USDC-FUTURES']);
    expect(family).toBe('classic');
    expect([...answers.values()].every(({ positions }) => positions.ok && positions.value.length === 0)).toBe(true);
  });

  it('takes a request for positions where they can affect the risk', async () => {
    const { read, requests } = setUp((url) => {
      if (isPositions(url)) return { data: [{ symbol: 'BTCUSDT', total: '1' }] };
      return { data: [url.searchParams.get('productType') === 'COIN-FUTURES' ? riskyRow : CALM_ROW] };
    });
    const { answers } = await read('classic');
    expect(requests()).toContain('all-position COIN-FUTURES');
    expect(requests()).toHaveLength(4);
    expect(answers.get('COIN-FUTURES')?.positions).toMatchObject({ ok: true, value: [{ symbol: 'BTCUSDT' }] });
  });

  it('takes a request for positions when they can affect the risk of one coin of several', async () => {
    const { read, requests } = setUp((url) => ({ data: isPositions(url) ? [] : [CALM_ROW, riskyRow] }));
    await read('classic', buildAccount({ products: ['USDT-FUTURES'] }));
    expect(requests()).toEqual(['accounts USDT-FUTURES', 'all-position USDT-FUTURES']);
  });

  it('keeps the margin accounts when the positions fail, and stops when the failure affects the account', async () => {
    const { read, requests } = setUp((url) => (isPositions(url) ? { code: '40014' } : { data: [riskyRow] }));
    const { answers } = await read('classic');
    // The second product type began beside the first one's positions.
    expect(requests().toSorted()).toEqual([
      'accounts COIN-FUTURES',
      'accounts USDT-FUTURES',
      'all-position COIN-FUTURES',
      'all-position USDT-FUTURES',
    ]);
    expect(answers.get('USDT-FUTURES')).toMatchObject({ margin: { ok: true }, positions: { ok: false } });
    expect(answers.get('USDC-FUTURES')).toMatchObject({
      margin: { ok: false, failure: { kind: 'refused', code: '40014', cause: 'permission' } },
    });
  });
});

describe('a unified account', () => {
  it('takes one request when no position can affect the risk', async () => {
    const { read, requests } = setUp(() => ({ data: calmPool }));
    const { family, answers } = await read('unified');
    expect({ family, requests: requests() }).toEqual({ family: 'unified', requests: ['assets'] });
    expect(answers.get('UNIFIED')).toMatchObject({
      margin: { ok: true, value: [{ product: 'UNIFIED' }] },
      positions: { ok: true, value: [] },
    });
  });

  it('has the positions of all categories where they can affect the risk', async () => {
    const { read } = setUp((url) => {
      if (!isPositions(url)) return { data: { ...calmPool, mmr: '1' } };
      return { data: { list: [{ symbol: url.searchParams.get('category'), total: '1' }] } };
    });
    const positions = (await read('unified')).answers.get('UNIFIED')?.positions;
    expect(positions?.ok && positions.value.map(({ symbol }) => symbol)).toEqual([
      'USDT-FUTURES',
      'COIN-FUTURES',
      'USDC-FUTURES',
    ]);
  });

  it('has no positions in a category that Bitget no longer offers', async () => {
    const { read } = setUp((url) => {
      if (!isPositions(url)) return { data: { ...calmPool, mmr: '1' } };
      const category = url.searchParams.get('category');
      return category === 'COIN-FUTURES' ? { code: '40309' } : { data: { list: [{ symbol: category, total: '1' }] } };
    });
    const positions = (await read('unified')).answers.get('UNIFIED')?.positions;
    expect(positions?.ok && positions.value.map(({ symbol }) => symbol)).toEqual(['USDT-FUTURES', 'USDC-FUTURES']);
  });

  it('requests no further category when the first one fails', async () => {
    const { read, requests } = setUp((url) =>
      isPositions(url) ? { code: '40725' } : { data: { ...calmPool, mmr: '1' } },
    );
    const { answers } = await read('unified');
    expect(requests()).toEqual(['assets', 'current-position USDT-FUTURES']);
    expect(answers.get('UNIFIED')?.positions).toMatchObject({ ok: false });
  });

  it('is as old as its responses', async () => {
    const { read } = setUp((url) =>
      isPositions(url) ? { data: { list: null } } : { data: { ...calmPool, mmr: '1' } },
    );
    expect((await read('unified')).answers.get('UNIFIED')?.at).toEqual({ margin: NOW, positions: NOW });
    const refused = setUp(() => ({ code: '40009' }));
    expect((await refused.read('unified')).answers.get('UNIFIED')?.at).toEqual({ margin: NOW, positions: NOW });
  });

  it('has no positions when one category fails', async () => {
    const { read, requests } = setUp((url) => {
      if (!isPositions(url)) return { data: { ...calmPool, mmr: '1' } };
      return url.searchParams.get('category') === 'USDC-FUTURES' ? { code: '40725' } : { data: { list: null } };
    });
    const { answers } = await read('unified');
    expect(requests().slice(0, 2)).toEqual(['assets', 'current-position USDT-FUTURES']);
    // The other two are sent side by side.
    expect(requests().slice(2).toSorted()).toEqual(['current-position COIN-FUTURES', 'current-position USDC-FUTURES']);
    expect(answers.get('UNIFIED')).toMatchObject({
      margin: { ok: true },
      positions: { ok: false, failure: { kind: 'trouble', code: '40725' } },
    });
  });
});

describe('an account of the other family', () => {
  it.each([
    ['classic', 'unified', 1],
    ['unified', 'classic', 3],
  ] as const)('is read in the same round when known as %s and in fact %s', async (known, actual, additional) => {
    const { read, fetch } = setUp((url) => {
      if ((isUnifiedApi(url) ? 'unified' : 'classic') !== actual) return useFamily(actual);
      return { data: actual === 'unified' ? calmPool : [CALM_ROW] };
    });
    expect((await read(known)).family).toBe(actual);
    expect(fetch).toHaveBeenCalledTimes(1 + additional);
  });

  it('fails after two requests when each family names the other', async () => {
    const { read, fetch } = setUp((url) => useFamily(isUnifiedApi(url) ? 'classic' : 'unified'));
    const { answers } = await read('classic');
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(answers.get('UNIFIED')?.margin).toMatchObject({ ok: false, failure: { kind: 'family' } });
  });

  it('takes one request when Bitget names the family that was requested', async () => {
    const { read, fetch } = setUp(() => useFamily('classic'));
    const { family } = await read('classic', buildAccount({ products: ['USDT-FUTURES'] }));
    expect(family).toBe('classic');
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('is read in the same round when the unified account became classic', async () => {
    const { read, requests } = setUp((url) => (isUnifiedApi(url) ? { code: '25245' } : { data: [CALM_ROW] }));
    expect((await read('unified', buildAccount({ products: ['USDT-FUTURES'] }))).family).toBe('classic');
    expect(requests()).toEqual(['assets', 'accounts USDT-FUTURES']);
  });

  it.each(['USDT-FUTURES', 'COIN-FUTURES'])(
    'is not inferred when only %s does not support copy trading',
    async (type) => {
      const { read, requests } = setUp((url) =>
        url.searchParams.get('productType') === type ? { code: '40731' } : { data: [CALM_ROW] },
      );
      const { family, answers } = await read('classic');
      expect(family).toBe('classic');
      expect([...answers].filter(([, { margin }]) => !margin.ok).map(([product]) => product)).toEqual([type]);
      expect(requests()).toHaveLength(3);
    },
  );

  it('is inferred when no product type supports copy trading', async () => {
    const { read } = setUp((url) => (isUnifiedApi(url) ? { data: calmPool } : { code: '40731' }));
    expect((await read('classic')).family).toBe('unified');
  });

  it('is not inferred when one product type does not support copy trading and the others are in trouble', async () => {
    const { read, requests } = setUp((url) => ({
      code: url.searchParams.get('productType') === 'COIN-FUTURES' ? '40731' : '40725',
    }));
    expect((await read('classic')).family).toBe('classic');
    expect(requests()).toHaveLength(3);
  });

  it('is read in the same round when one response names it for certain, whatever the others are', async () => {
    const codes: Record<string, string> = { 'USDT-FUTURES': '40725', 'COIN-FUTURES': '40731', 'USDC-FUTURES': '40085' };
    const { read } = setUp((url) =>
      isUnifiedApi(url) ? { data: calmPool } : { code: codes[url.searchParams.get('productType') ?? ''] ?? '' },
    );
    expect((await read('classic')).family).toBe('unified');
  });

  it('stays classic when its only product type does not support copy trading', async () => {
    const { read } = setUp((url) => ({ code: isUnifiedApi(url) ? '40084' : '40731' }));
    const { family, answers } = await read('classic', buildAccount({ products: ['USDT-FUTURES'] }));
    expect(family).toBe('classic');
    expect(answers.get('USDT-FUTURES')?.margin).toMatchObject({ ok: false, failure: { code: '40731' } });
  });

  it('is not inferred from any other refusal', async () => {
    const { read, fetch } = setUp(() => ({ code: '40009' }));
    expect((await read('classic')).family).toBe('classic');
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe('a check', () => {
  it('reads the permissions of the key after the account', async () => {
    const { check, requests } = setUp((url) => ({
      data: url.pathname.endsWith('/info') ? { userId: '7', permType: 'read-only' } : calmPool,
    }));
    expect(await check('unified')).toMatchObject({
      read: { family: 'unified' },
      key: { ok: true, value: { uid: '7', powers: [] } },
    });
    expect(requests()).toEqual(['assets', 'info']);
  });

  it('accepts a key that Bitget accepts for another product than the first', async () => {
    const { check } = setUp((url) => {
      if (url.pathname.endsWith('/info')) return { data: { userId: '7', authorities: ['coow'] } };
      return url.searchParams.get('productType') === 'USDT-FUTURES' ? { code: '40725' } : { data: [CALM_ROW] };
    });
    expect((await check('classic')).key).toMatchObject({ ok: true, value: { uid: '7', powers: ['trade'] } });
  });

  it('requests no permissions when Bitget accepts no product', async () => {
    const { check, requests } = setUp(() => ({ code: '40009' }));
    expect((await check('classic')).key).toMatchObject({ ok: false, failure: { kind: 'refused', cause: 'secret' } });
    expect(requests()).toEqual(['accounts USDT-FUTURES']);
  });

  it('accepts a key whose permissions Bitget withholds, and reports the deadline of a throttled request', async () => {
    const { check } = setUp((url) => (url.pathname.endsWith('/info') ? { code: '429' } : { data: calmPool }));
    expect(await check('unified')).toMatchObject({
      key: { ok: true, value: { uid: null, powers: null } },
      read: { throttles: { '/api/v3/account/info': { until: NOW + 10_000, hasRetryAfter: false } } },
    });
  });
});
