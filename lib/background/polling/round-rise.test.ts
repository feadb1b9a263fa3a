import { describe, expect, it } from 'vitest';
import { createConcurrencyLimiter } from '../../bitget/http/concurrency-limiter.ts';
import { createRateLimiter } from '../../bitget/http/rate-limiter.ts';
import { importSigningKey } from '../../bitget/http/sign.ts';
import { ok } from '../../domain/core/result.ts';
import { NO_READINGS, type Readings } from '../../domain/polling/reading.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { CALM_ROW, respondAsBitget } from '../../testing/bitget-responses.ts';
import { buildAccount } from '../../testing/builders.ts';
import { createTestClock } from '../../testing/fake-clock.ts';
import { runRound } from './round.ts';

const TIMEOUT_AT_RISK = 9_000;
const signing = await importSigningKey('my-secret-key');

/** Accounts whose margin ratio follows `rates`, by the id of the account and the product type. */
function setUp(rates: Record<string, string>, products = ['USDT-FUTURES'], ids = ['main']) {
  const accounts = ids.map((id) => buildAccount({ id, products: products as ['USDT-FUTURES'] }));
  const clock = createTestClock();
  const deadlines: { readonly ms: number; isMet: boolean }[] = [];
  const deadline: typeof clock.deadline = (ms, within) => {
    const entry = { ms, isMet: false };
    deadlines.push(entry);
    return {
      ...clock.deadline(ms, within),
      meet: () => {
        entry.isMet = true;
      },
    };
  };
  const saved: Readings[] = [];
  /** How many readings were saved when each request was sent. */
  const savedBefore: Record<string, number> = {};
  /** How many earlier deadlines were set when each request was sent. */
  const hastenedBefore: Record<string, number> = {};
  const early = () => deadlines.filter(({ ms }) => ms === TIMEOUT_AT_RISK);
  /** The account whose response comes only after a reading was saved, because requests are signed side by side. */
  const late: { id?: string } = {};
  let firstSave = Promise.withResolvers<void>();
  const fetch = respondAsBitget(async (url, init) => {
    const key = new Headers(init.headers).get('ACCESS-KEY');
    const name = `${key} ${url.searchParams.get('productType')}`;
    savedBefore[name] ??= saved.length;
    hastenedBefore[name] ??= early().length;
    if (key === late.id) await firstSave.promise;
    return { data: [{ ...CALM_ROW, crossedRiskRate: rates[name] ?? rates[key ?? ''] ?? '0.1' }] };
  });
  const run = async (before: Readings) => {
    saved.length = 0;
    firstSave = Promise.withResolvers<void>();
    deadlines.length = 0;
    for (const counts of [savedBefore, hastenedBefore]) for (const name of Object.keys(counts)) delete counts[name];
    const { accounts: newReadings } = await runRound(
      { accounts, readings: before, settings: DEFAULT_SETTINGS },
      {
        reason: 'alarm',
        blocker: null,
        getCredentials: async (id) => ok({ apiKey: id, passphrase: 'p', signing }),
        saveNow: async (readings) => {
          saved.push(readings);
          firstSave.resolve();
        },
      },
      {
        fetch,
        clock: Object.assign(Object.create(clock), { deadline }),
        deadline: new AbortController().signal,
        rateLimiter: createRateLimiter(clock),
        concurrencyLimiter: createConcurrencyLimiter(1),
      },
    );
    clock.time += 60_000;
    return { clockOffset: 0, accounts: { ...before.accounts, ...newReadings } };
  };
  return { rates, run, late, saved, savedBefore, hastenedBefore, early };
}

describe('a round that finds a higher level', () => {
  it('saves it at once if other accounts are still to be read', async () => {
    const { run, rates, saved, late } = setUp({}, ['USDT-FUTURES'], ['a', 'b']);
    const calm = await run(NO_READINGS);
    expect(saved).toEqual([]);
    rates.a = '0.95';
    late.id = 'b';
    const risen = await run(calm);
    expect(saved.map(({ accounts }) => Object.keys(accounts))).toEqual([['a']]);
    expect(saved[0]?.accounts.a).toEqual(risen.accounts.a);
  });

  it('saves it although another account was in danger before', async () => {
    const { run, rates, saved, late } = setUp({ a: '0.95' }, ['USDT-FUTURES'], ['a', 'b', 'c']);
    const first = await run(await run(NO_READINGS));
    rates.b = '0.55';
    late.id = 'c';
    await run(first);
    expect(saved.map(({ accounts }) => Object.keys(accounts))).toEqual([['b']]);
  });

  it('leaves the last account to the end of the round', async () => {
    const { run, rates, saved } = setUp({});
    const calm = await run(NO_READINGS);
    rates.main = '0.95';
    await run(calm);
    expect(saved).toEqual([]);
  });

  it('saves a product type before the others of its account are read', async () => {
    const products = ['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES'];
    const { run, rates, saved, savedBefore, hastenedBefore, early } = setUp({}, products);
    const calm = await run(NO_READINGS);
    expect([saved, early()]).toEqual([[], []]);
    rates['main USDT-FUTURES'] = '0.55';
    const cautious = await run(calm);
    expect(saved[0]?.accounts.main?.margin['USDT-FUTURES']).toMatchObject({
      figures: [{ figures: { crossedRiskRate: '0.55' } }],
    });
    expect(savedBefore['main USDC-FUTURES']).toBe(1);
    // A caution does not shorten the round.
    expect(early()).toEqual([]);
    const still = await run(cautious);
    expect(saved).toEqual([]);
    rates['main USDT-FUTURES'] = '0.75';
    await run(still);
    expect(hastenedBefore['main USDC-FUTURES']).toBe(1);
  });
});

describe('the end of a round', () => {
  it('comes sooner once a warning is found or an account is in danger, and its timer ends with it', async () => {
    const { run, rates, early } = setUp({});
    const calm = await run(NO_READINGS);
    expect(early()).toEqual([]);
    rates.main = '0.75';
    const warned = await run(calm);
    expect(early()).toEqual([{ ms: TIMEOUT_AT_RISK, isMet: true }]);
    // A warning is read again every ten seconds, which is a second more than the round then lasts.
    await run(warned);
    expect(early()).toEqual([{ ms: TIMEOUT_AT_RISK, isMet: true }]);
    rates.main = '0.95';
    const danger = await run(warned);
    await run(danger);
    expect(early()).toEqual([{ ms: TIMEOUT_AT_RISK, isMet: true }]);
    rates.main = '0.1';
    const over = await run(danger);
    await run(over);
    expect(early()).toEqual([]);
  });
});
