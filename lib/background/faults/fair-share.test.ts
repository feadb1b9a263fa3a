import { afterEach, describe, expect, it, vi } from 'vitest';
import { type AccountSpec, classicRow } from '../../../simulator/index.ts';
import type { ProductType } from '../../domain/account/product-type.ts';
import { MINUTE, SECOND } from '../../domain/core/time.ts';
import {
  createKey,
  type SimulatedExchange,
  startSimulatedExchange,
} from '../../testing/simulated-background/simulated-exchange.ts';

const LATENCY = 700;
const [main, other] = [createKey('main'), createKey('other')];
const THREE = ['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES'] as const;
const SIX = [...THREE, 'SUSDT-FUTURES', 'SCOIN-FUTURES', 'SUSDC-FUTURES'] as const;
const row = (crossedRiskRate: string, marginCoin = 'USDT') =>
  classicRow({ marginCoin, isolatedMargin: '0', crossedRiskRate });
let scene: SimulatedExchange;

afterEach(() => {
  vi.useRealTimers();
});

/** Starts with margin accounts at these rates, and lets every response take 700 ms from now on. */
const start = async (
  key: typeof main,
  products: readonly ProductType[],
  rates: Partial<Record<ProductType, string>>,
) => {
  const accounts = Object.fromEntries(products.map((product) => [product, [row(rates[product] ?? '0.1')]]));
  const spec: AccountSpec = { ...key, family: 'classic', accounts };
  scene = await startSimulatedExchange([spec]);
  await scene.connect(key, { products });
  await scene.pass(MINUTE);
  scene.exchange.fault({}, { kind: 'delay', ms: LATENCY });
  scene.exchange.clearLog();
};
const setRate = (product: ProductType, rate: string, key = main) => {
  const account = scene.exchange.account(key.apiKey);
  account.accounts = { ...account.accounts, [product]: [row(rate)] };
};
const silence = (...products: readonly ProductType[]) => {
  for (const productType of products) scene.exchange.fault({ productType }, { kind: 'silence' });
};
const roundTime = () => (scene.lastRound().endedAt ?? 0) - scene.lastRound().startedAt;
/** Returns how many ms into the round the figures of a product type were read. */
const readAfter = (product: ProductType) => {
  const reading = scene.reading().margin[product];
  return reading && 'at' in reading ? reading.at - scene.lastRound().startedAt : Number.NaN;
};
const listProducts = () => scene.exchange.log.map(({ query }) => new URLSearchParams(query).get('productType'));

describe('P11: two product types that never respond', () => {
  it.each([
    ['first', 'USDT-FUTURES'],
    ['second', 'COIN-FUTURES'],
    ['last', 'USDC-FUTURES'],
  ] as const)('hide no danger of the third one, which the user lists %s', async (_, risky) => {
    await start(main, THREE, {});
    silence(...THREE.filter((product) => product !== risky));
    setRate(risky, '0.97');
    await scene.ring();
    // Seconds later, figures of a danger are old.
    expect(scene.badge()).toMatch(/^97%\??$/);
    expect(scene.environment.notified).toHaveLength(1);
    // The rest of the round is cut short, so that the danger is soon read again.
    expect(roundTime()).toBeLessThanOrEqual(readAfter(risky) + 10 * SECOND);
    await scene.pass(SECOND);
    await scene.ring();
    expect(scene.badge()).toBe('97%');
    expect(roundTime()).toBeLessThanOrEqual(10 * SECOND);
  });

  it('come after the one that was riskiest, which is reported before they time out', async () => {
    await start(main, THREE, { 'USDC-FUTURES': '0.85' });
    silence('USDT-FUTURES', 'COIN-FUTURES');
    setRate('USDC-FUTURES', '0.97');
    const asked = Date.now();
    await scene.ring();
    expect(listProducts()[0]).toBe('USDC-FUTURES');
    const { 'USDC-FUTURES': read } = scene.reading().margin;
    expect(read).toMatchObject({ state: 'fresh' });
    expect(read && 'at' in read && read.at - asked).toBeLessThanOrEqual(2 * SECOND);
  });

  it('leave the retry to the one that is at risk', async () => {
    await start(main, THREE, { 'USDC-FUTURES': '0.85' });
    scene.exchange.fault({ productType: 'USDT-FUTURES' }, { kind: 'reset' });
    scene.exchange.fault({ productType: 'COIN-FUTURES' }, { kind: 'reset' });
    // The calm ones fail at once, while the response of the third one is still awaited.
    scene.exchange.fault({ productType: 'USDC-FUTURES' }, [{ kind: 'delay', ms: 3 * SECOND }, { kind: 'reset' }], 1);
    setRate('USDC-FUTURES', '0.97');
    await scene.ring();
    expect(scene.reading().margin['USDC-FUTURES']).toMatchObject({ state: 'fresh' });
    expect(scene.badge()).toBe('97%');
  });
});

it('P11: five product types that never respond leave the sixth its share of the round', async () => {
  await start(main, SIX, {});
  silence(...SIX.slice(0, 5));
  setRate('SUSDC-FUTURES', '0.97');
  await scene.ring();
  expect(scene.reading().margin['SUSDC-FUTURES']).toMatchObject({ state: 'fresh' });
  expect(roundTime()).toBeLessThanOrEqual(25 * SECOND);
});

it.each([
  ['calmer', '0.1', '0.6'],
  ['riskier', '0.6', '0.1'],
] as const)('P11: an account that never responds, the %s one so far, delays no danger of another', async (...args) => {
  const [, silent, risky] = args;
  const accounts = { 'USDT-FUTURES': [row(silent)] };
  scene = await startSimulatedExchange([
    { ...main, family: 'classic', accounts },
    { ...other, family: 'classic', accounts: { 'USDT-FUTURES': [row(risky)] } },
  ]);
  await scene.connect(main, { label: 'Silent' });
  await scene.pass(MINUTE);
  await scene.connect(other, { label: 'Risky' });
  await scene.pass(MINUTE);
  scene.exchange.fault({}, { kind: 'delay', ms: LATENCY });
  scene.exchange.fault({ apiKey: main.apiKey }, { kind: 'silence' });
  setRate('USDT-FUTURES', '0.97', other);
  scene.exchange.clearLog();
  let reportedAt = 0;
  const began = Date.now();
  const { notified } = scene.environment;
  Object.assign(notified, {
    push: (id: string) => {
      reportedAt = Date.now();
      return Array.prototype.push.call(notified, id);
    },
  });
  await scene.ring();
  // Signing is asynchronous, so the requests of the two accounts may arrive in either order.
  expect(new Set(scene.exchange.log.map(({ apiKey }) => apiKey))).toEqual(new Set([main.apiKey, other.apiKey]));
  expect(notified).toHaveLength(1);
  // The silent account takes 16.5 s with its retry.
  expect(reportedAt - began).toBeLessThanOrEqual(4 * SECOND);
});
