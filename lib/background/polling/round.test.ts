import { describe, expect, it } from 'vitest';
import { type ConcurrencyLimiter, createConcurrencyLimiter } from '../../bitget/http/concurrency-limiter.ts';
import { createRateLimiter } from '../../bitget/http/rate-limiter.ts';
import { importSigningKey } from '../../bitget/http/sign.ts';
import type { Account } from '../../domain/account/account.ts';
import { mapValues } from '../../domain/core/objects.ts';
import { failed, ok } from '../../domain/core/result.ts';
import { type AccountReading, NO_READINGS, READY, type Readings } from '../../domain/polling/reading.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import {
  ADDRESS_THROTTLED,
  type CannedResponse,
  CALM_ROW as quiet,
  respondAsBitget,
} from '../../testing/bitget-responses.ts';
import { buildAccount, buildAccountReading } from '../../testing/builders.ts';
import { createTestClock } from '../../testing/fake-clock.ts';
import { runRound } from './round.ts';

const rows = (available: string): CannedResponse => ({ data: [{ ...quiet, available }] });
const credentials = async (id: string) =>
  ok({ apiKey: `key-${id}`, passphrase: 'p', signing: await importSigningKey('my-secret-key') });

type Reply = Parameters<typeof respondAsBitget>[0];
function setUp(reply: Reply, accounts: readonly Account[] = [buildAccount()]) {
  const clock = createTestClock();
  const deadline = new AbortController();
  const fetch = respondAsBitget(reply);
  const context = {
    fetch,
    clock,
    deadline: deadline.signal,
    rateLimiter: createRateLimiter(clock),
    concurrencyLimiter: createConcurrencyLimiter(2),
  };
  const saved: Readings[] = [];
  const saveNow = async (newReadings: Readings) => void saved.push(newReadings);
  const run = (readings: Readings = NO_READINGS, change = {}) =>
    runRound(
      { accounts, readings, settings: DEFAULT_SETTINGS },
      { reason: 'alarm', blocker: null, getCredentials: credentials, saveNow, ...change },
      context,
    );
  const types = () => fetch.mock.calls.map(([url]) => new URL(String(url)).searchParams.get('productType'));
  return { clock, deadline, fetch, run, saved, types, context };
}

describe('a round', () => {
  it('sends one request per product type and returns the figures', async () => {
    const { run, types, clock } = setUp(() => rows('5'));
    const { accounts } = await run();
    expect(types()[0]).toBe('USDT-FUTURES');
    // The other two are signed side by side, so either may be sent first.
    expect(types().slice(1).toSorted()).toEqual(['COIN-FUTURES', 'USDC-FUTURES']);
    expect(accounts.main).toMatchObject({ revision: 1, retry: { failures: 0, notBefore: 0, stopped: false } });
    expect(accounts.main?.margin['COIN-FUTURES']).toMatchObject({
      state: 'fresh',
      at: clock.now(),
      figures: [{ figures: { available: '5' } }],
    });
  });

  it('P6: waits a little more than half a second between two requests of one key', async () => {
    const { run, clock } = setUp(() => rows('5'));
    await run();
    expect(clock.waits).toEqual([550, 550]);
  });

  it('P6: sends all requests within the concurrency limit of two', async () => {
    let inside = 0;
    const { run, fetch, context } = setUp(() => {
      expect([1, 2]).toContain(inside);
      return rows('1');
    });
    const concurrencyLimiter: ConcurrencyLimiter = async (_, work) => {
      inside += 1;
      const done = await work();
      inside -= 1;
      return done;
    };
    Object.assign(context, { concurrencyLimiter });
    await run();
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it('reads all accounts', async () => {
    const accounts = Array.from({ length: 6 }, (_, index) => buildAccount({ id: `a${index}` }));
    const { run, fetch } = setUp(() => rows('1'), accounts);
    expect(Object.keys((await run()).accounts).toSorted()).toEqual(accounts.map(({ id }) => id));
    expect(fetch).toHaveBeenCalledTimes(18);
  });

  it('P7: keeps the other products when one fails, and the last good figures of that one', async () => {
    const { run } = setUp((url) =>
      url.searchParams.get('productType') === 'COIN-FUTURES' ? { code: '40725' } : rows('6'),
    );
    const before = await setUp(() => rows('5')).run();
    const { accounts } = await run(before);
    expect(accounts.main?.margin).toMatchObject({
      'USDT-FUTURES': { state: 'fresh', figures: [{ figures: { available: '6' } }] },
      'COIN-FUTURES': {
        state: 'stale',
        failure: { kind: 'trouble', code: '40725' },
        figures: [{ figures: { available: '5' } }],
      },
      'USDC-FUTURES': { state: 'fresh' },
    });
  });

  it.each(['40037', '40012', '40009', '40014', '40018', '40099', '40103', '40035', '40013'])(
    'P3: confirms %s at the next round, and then sends nothing for at least a quarter of an hour',
    async (code) => {
      const { run, fetch, clock } = setUp(() => ({ code }));
      const first = await run();
      expect(fetch).toHaveBeenCalledTimes(1);
      expect(Object.values(first.accounts.main?.margin ?? {})).toEqual(
        Array(3).fill(
          expect.objectContaining({ state: 'failed', failure: expect.objectContaining({ kind: 'refused', code }) }),
        ),
      );
      expect(first.accounts.main?.retry.stopped).toBe(false);
      clock.time += 60_000;
      const second = await run(first);
      expect(second.accounts.main?.retry.stopped).toBe(true);
      clock.time += 14 * 60_000;
      expect(await run(second)).toEqual({ ...second, accounts: {} });
      expect(await run(second, { reason: 'view' })).toEqual({ ...second, accounts: {} });
      expect(fetch).toHaveBeenCalledTimes(2);
      await run(second, { reason: 'manual' });
      expect(fetch).toHaveBeenCalledTimes(3);
      clock.time += 46 * 60_000;
      await run(second);
      expect(fetch).toHaveBeenCalledTimes(4);
    },
  );

  it.each<[string, CannedResponse]>([
    ['the network', { error: new TypeError('Failed to fetch') }],
    ['a 5xx page', { status: 502, body: '<html>' }],
  ])('P1: retries once per round after a failure of %s', async (_, issue) => {
    const { run, fetch } = setUp(() => issue);
    await run();
    expect(fetch).toHaveBeenCalledTimes(4);
    const [first, second] = fetch.mock.calls.map(([, init]) => new Headers(init?.headers).get('ACCESS-TIMESTAMP'));
    expect(first).not.toBe(second);
  });

  it.each(['40725', '99999', '40200', '40404'])('P1: does not retry after %s', async (code) => {
    const { run, fetch } = setUp(() => ({ code }));
    await run();
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it.each([600_000, -600_000, 86_400_000, -86_400_000])(
    'P5: sets its clock by the server, %i ms away, once',
    async (offset) => {
      const { run, fetch, clock } = setUp((url, init) => {
        const server = clock.time + offset;
        if (url.pathname === '/api/v2/public/time') return { data: { serverTime: String(server) } };
        const sent = Number(new Headers(init.headers).get('ACCESS-TIMESTAMP'));
        return Math.abs(sent - server) <= 30_000 ? rows('5') : { code: '40008' };
      });
      const { clockOffset, accounts } = await run();
      expect(clockOffset).toBe(offset);
      expect(Object.values(accounts.main?.margin ?? {}).map(({ state }) => state)).toEqual(['fresh', 'fresh', 'fresh']);
      expect(fetch).toHaveBeenCalledTimes(5);
      await run({ clockOffset, accounts: {} });
      expect(fetch).toHaveBeenCalledTimes(8);
    },
  );

  it("P5: reports the clock's offset when setting it did not help", async () => {
    const { run, clock, fetch } = setUp((url) =>
      url.pathname === '/api/v2/public/time' ? { data: { serverTime: String(clock.time + 5_000) } } : { code: '40008' },
    );
    const { accounts } = await run();
    expect(accounts.main?.margin['USDT-FUTURES']).toMatchObject({
      failure: { kind: 'clock', code: '40008', offset: 5_000 },
    });
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it.each([
    [ADDRESS_THROTTLED, 300_000, false],
    [{ code: '429' }, 10_000, true],
  ] as const)(
    'P4: sends nothing before the deadline of %j, unless it is a guess and the user asks',
    async (answer, wait, isGuess) => {
      const { run, fetch, clock } = setUp(() => answer);
      const start = clock.now();
      const throttled = await run();
      const [throttle] = Object.values(throttled.accounts.main?.retry.throttles ?? {});
      expect(throttle).toEqual({ until: start + wait, hasRetryAfter: !isGuess });
      clock.time = start + wait - 1;
      await run(throttled, { reason: 'manual' });
      expect(fetch).toHaveBeenCalledTimes(isGuess ? 2 : 1);
      const due = {
        ...throttled,
        accounts: mapValues(throttled.accounts, (each) => ({ ...each, retry: { ...each.retry, notBefore: 0 } })),
      };
      fetch.mockClear();
      await run(due);
      expect(fetch).not.toHaveBeenCalled();
      clock.time = start + wait;
      await run(due);
      expect(fetch).toHaveBeenCalledTimes(1);
    },
  );

  it('P4: requests the other endpoints while one is throttled', async () => {
    const risky = { data: [{ ...quiet, isolatedMargin: '5' }] };
    const { run, fetch, clock, context } = setUp(
      (url) => (url.pathname.endsWith('position') ? { code: '429' } : risky),
      [buildAccount({ products: ['USDT-FUTURES', 'USDC-FUTURES'] })],
    );
    // Side by side, the second request for positions may already be on its way when the first one is throttled.
    Object.assign(context, { concurrencyLimiter: createConcurrencyLimiter(1) });
    const { accounts } = await run();
    const once = ['accounts', 'accounts', 'all-position'];
    const paths = () => fetch.mock.calls.map(([url]) => new URL(String(url)).pathname.split('/').at(-1)).toSorted();
    expect(paths()).toEqual(once);
    expect(accounts.main?.retry).toMatchObject({ failures: 0, notBefore: 0 });
    clock.time += 60_000;
    fetch.mockClear();
    await run({ clockOffset: 0, accounts });
    expect(paths()).toEqual(once);
  });

  it.each([
    ['P4', '429', { throttles: { '/api/v2/mix/account/accounts': { hasRetryAfter: false } }, stopped: false }],
    ['P3', '40018', { stopped: true }],
  ])('%s: saves %s at once, before the other account has its responses', async (_, code, retry) => {
    const accounts = [buildAccount({ id: 'left', products: ['USDT-FUTURES'] }), buildAccount({ id: 'good' })];
    const firstSave = Promise.withResolvers<void>();
    // The other account is asked side by side. Its responses wait for the save, so a round that saved at its end would hang.
    const { run, saved } = setUp(async (__, init) => {
      if (new Headers(init.headers).get('ACCESS-KEY') === 'key-left') return { code };
      await firstSave.promise;
      return rows('5');
    }, accounts);
    const saveNow = async (newReadings: Readings) => {
      saved.push(newReadings);
      firstSave.resolve();
    };
    const refused = { state: 'failed', failure: { kind: 'refused', code, cause: 'address' }, failedAt: 1 } as const;
    const before = buildAccountReading(code === '429' ? {} : { 'USDT-FUTURES': refused });
    const { accounts: newReadings } = await run({ clockOffset: 0, accounts: { left: before } }, { saveNow });
    expect(saved).toEqual([{ clockOffset: 0, accounts: { left: newReadings.left } }]);
    expect(newReadings.left).toMatchObject({ retry });
    expect(newReadings.good?.margin['USDC-FUTURES']?.state).toBe('fresh');
  });

  it('P6: requests the server time once for all accounts that were refused because of it', async () => {
    const accounts = Array.from({ length: 6 }, (_, index) =>
      buildAccount({ id: `a${index}`, products: ['USDT-FUTURES'] }),
    );
    const { run, fetch, clock } = setUp((url, init) => {
      const server = clock.time + 600_000;
      if (url.pathname === '/api/v2/public/time') return { data: { serverTime: String(server) } };
      const sent = Number(new Headers(init.headers).get('ACCESS-TIMESTAMP'));
      return Math.abs(sent - server) <= 30_000 ? rows('5') : { code: '40008' };
    }, accounts);
    const newReadings = await run();
    const times = fetch.mock.calls.filter(([url]) => String(url).endsWith('/public/time'));
    // Two requests are in progress at once, and neither knows of the other.
    expect(times.length).toBeLessThanOrEqual(2);
    expect(newReadings.clockOffset).toBe(600_000);
    expect(Object.values(newReadings.accounts).map(({ margin }) => margin['USDT-FUTURES']?.state)).toEqual(
      Array(6).fill('fresh'),
    );
  });

  it('P9: asks an account in danger every five seconds, and a calm one no more often than before', async () => {
    const accounts = ['danger', 'calm'].map((id) => buildAccount({ id, products: ['USDT-FUTURES'] }));
    const { run, fetch, clock } = setUp(
      (_, init) =>
        new Headers(init.headers).get('ACCESS-KEY') === 'key-danger'
          ? { data: [{ ...quiet, crossedRiskRate: '0.95' }] }
          : rows('5'),
      accounts,
    );
    const start = clock.now();
    let known = await run();
    fetch.mockClear();
    for (let second = 5; second <= 60; second += 5) {
      clock.time = start + second * 1000;
      known = { ...known, accounts: { ...known.accounts, ...(await run(known)).accounts } };
    }
    const lists = fetch.mock.calls.filter(([url]) => String(url).includes('/accounts?'));
    const keys = lists.map(([, init]) => new Headers(init?.headers).get('ACCESS-KEY'));
    expect(keys.filter((key) => key === 'key-danger')).toHaveLength(12);
    expect(keys.filter((key) => key === 'key-calm')).toHaveLength(1);
  });

  it('P9: asks a calm account for a view although it was asked a moment ago', async () => {
    const accounts = ['danger', 'calm'].map((id) => buildAccount({ id, products: ['USDT-FUTURES'] }));
    const { run, fetch, clock } = setUp(
      (_, init) =>
        new Headers(init.headers).get('ACCESS-KEY') === 'key-danger'
          ? { data: [{ ...quiet, crossedRiskRate: '0.95' }] }
          : rows('5'),
      accounts,
    );
    const askedKeys = async (readings: Readings, change = {}) => {
      fetch.mockClear();
      await run(readings, change);
      const lists = fetch.mock.calls.filter(([url]) => String(url).includes('/accounts?'));
      return lists.map(([, init]) => new Headers(init?.headers).get('ACCESS-KEY')).toSorted();
    };
    const known = await run();
    const start = clock.now();
    clock.time = start + 5_000;
    expect(await askedKeys(known)).toEqual(['key-danger']);
    expect(await askedKeys(known, { reason: 'view' })).toEqual(['key-calm', 'key-danger']);
    const { askedAt: _, ...never } = known.accounts.calm ?? expect.fail('no reading');
    const withCalm = (calm: AccountReading) => ({ ...known, accounts: { ...known.accounts, calm } });
    expect(await askedKeys(withCalm(never))).toEqual(['key-calm', 'key-danger']);
    const current = { ...never, askedAt: clock.time };
    expect(await askedKeys(withCalm(current))).toEqual(['key-danger']);
    // The period is 60 s, less a second for timer drift.
    expect(await askedKeys(withCalm({ ...never, askedAt: clock.time - 59_000 }))).toEqual(['key-calm', 'key-danger']);
    expect(await askedKeys(withCalm({ ...never, askedAt: clock.time - 58_999 }))).toEqual(['key-danger']);
  });

  it('P9: asks an account at caution every ten seconds while Bitget fails, and a calm one at its own pace', async () => {
    const accounts = ['caution', 'calm', 'danger'].map((id) => buildAccount({ id, products: ['USDT-FUTURES'] }));
    const rates: Record<string, string> = { 'key-caution': '0.55', 'key-calm': '0.2', 'key-danger': '0.95' };
    const keyIn = (init?: RequestInit) => new Headers(init?.headers).get('ACCESS-KEY') ?? '';
    let isFailing = false;
    const { run, fetch, clock } = setUp(
      (_, init) =>
        isFailing && keyIn(init) !== 'key-danger'
          ? { code: '40725' }
          : { data: [{ ...quiet, crossedRiskRate: rates[keyIn(init)] }] },
      accounts,
    );
    const start = clock.now();
    let known = await run();
    /** Lists the seconds in which an account was asked, in two minutes of alarms every five seconds. */
    const listTimes = async (from: number) => {
      const times: Record<string, number[]> = { 'key-caution': [], 'key-calm': [] };
      for (let second = from; second < from + 120; second += 5) {
        clock.time = start + second * 1000;
        fetch.mockClear();
        known = { ...known, accounts: { ...known.accounts, ...(await run(known)).accounts } };
        const asked = fetch.mock.calls.filter(([url]) => String(url).includes('/accounts?'));
        for (const [, init] of asked) times[keyIn(init)]?.push(second - from);
      }
      return times;
    };
    expect(await listTimes(60)).toEqual({ 'key-caution': [0, 30, 60, 90], 'key-calm': [0, 60] });
    isFailing = true;
    // From the third failure on it waits one to two of its own periods, here 15 s.
    expect(await listTimes(180)).toEqual({
      'key-caution': [0, 10, 20, 35, 50, 65, 80, 95, 110],
      'key-calm': [0, 60],
    });
    isFailing = false;
    expect((await listTimes(300))['key-caution']).toEqual([5, 35, 65, 95]);
  });

  it('sends nothing for an account without usable credentials', async () => {
    const { run, fetch } = setUp(() => rows('5'));
    const failure = { kind: 'vault', problem: 'missing' } as const;
    const { accounts } = await run(NO_READINGS, { getCredentials: async () => failed(failure) });
    expect(accounts.main).toMatchObject({ retry: { stopped: true } });
    expect(accounts.main?.margin['USDC-FUTURES']).toMatchObject({ state: 'failed', failure });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('sends nothing without host permission or network, and counts no failure', async () => {
    const { run, fetch } = setUp(() => rows('5'));
    for (const kind of ['noHostPermission', 'offline'] as const) {
      const { accounts } = await run(NO_READINGS, { blocker: { kind } });
      expect(accounts.main).toMatchObject({ retry: { failures: 0, notBefore: 0, stopped: false } });
      expect(accounts.main?.margin['USDT-FUTURES']).toMatchObject({ state: 'failed', failure: { kind } });
    }
    expect(fetch).not.toHaveBeenCalled();
  });

  it('L3: ends at its deadline', async () => {
    const { run, fetch, deadline } = setUp((url) => {
      if (url.searchParams.get('productType') === 'USDT-FUTURES') deadline.abort();
      return rows('5');
    });
    const { accounts } = await run();
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(accounts.main?.margin['USDC-FUTURES']).toMatchObject({ state: 'failed', failure: { kind: 'timeout' } });
  });

  it('reads the oldest figures first, and skips the accounts that it does not reach before the deadline', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `a${index}`);
    const ended = Promise.withResolvers<void>();
    // The first eight are asked side by side. None gets its response before the third of them ends the round.
    const { run, deadline, clock } = setUp(
      async (_, init) => {
        if (new Headers(init.headers).get('ACCESS-KEY') === 'key-a9') {
          deadline.abort();
          ended.resolve();
        }
        await ended.promise;
        return rows('5');
      },
      ids.map((id) => buildAccount({ id, products: ['USDT-FUTURES'] })),
    );
    const read = (at: number) =>
      ({
        revision: 1,
        family: 'classic' as const,
        positions: {},
        retry: READY,
        margin: { 'USDT-FUTURES': { state: 'fresh', at, figures: [] } },
      }) as const;
    const known = Object.fromEntries(ids.map((id, index) => [id, read(clock.now() - index)]));
    const newReadings = await run({ clockOffset: 0, accounts: known });
    expect(Object.keys(newReadings.accounts).toSorted()).toEqual(
      ['a11', 'a10', 'a9', 'a8', 'a7', 'a6', 'a5', 'a4'].toSorted(),
    );
  });

  it('still reads the other accounts when one key is refused', async () => {
    const accounts = [buildAccount({ id: 'bad' }), buildAccount({ id: 'good' })];
    const { run } = setUp(
      (_, init) => (new Headers(init.headers).get('ACCESS-KEY') === 'key-bad' ? { code: '40009' } : rows('5')),
      accounts,
    );
    const newReadings = await run();
    expect(newReadings.accounts.good?.margin['USDC-FUTURES']?.state).toBe('fresh');
    expect(newReadings.accounts.bad?.retry.failures).toBe(1);
  });
});
