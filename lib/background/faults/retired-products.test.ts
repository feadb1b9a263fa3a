import { afterEach, describe, expect, it, vi } from 'vitest';
import { type AccountSpec, classicRow } from '../../../simulator/index.ts';
import type { Account } from '../../domain/account/account.ts';
import { MINUTE } from '../../domain/core/time.ts';
import type { Readings } from '../../domain/polling/reading.ts';
import { listRetiredProducts } from '../../domain/portfolio/retired-products.ts';
import { readStored } from '../../testing/simulated-background/environment.ts';
import {
  createKey,
  type SimulatedExchange,
  startSimulatedExchange,
} from '../../testing/simulated-background/simulated-exchange.ts';

const key = createKey('retired');
const usdt = classicRow({ isolatedMargin: '0', crossedRiskRate: '0.42' });
const PRODUCTS = ['USDT-FUTURES', 'COIN-FUTURES'] as const;
let scene: SimulatedExchange;

afterEach(() => {
  vi.useRealTimers();
});

const start = async (spec: Partial<AccountSpec>, products: readonly string[] = PRODUCTS) => {
  const accounts = { 'USDT-FUTURES': [usdt] };
  scene = await startSimulatedExchange([{ ...key, family: 'classic', accounts, ...spec }]);
  await scene.connect(key, { products });
};
const poll = async (rounds: number) => {
  for (let round = 0; round < rounds; round += 1) {
    await scene.pass(MINUTE);
    await scene.ring();
  }
};
const accounts = () => readStored<readonly Account[]>(scene.environment, 'local', 'accounts') ?? [];
const listNotes = () => {
  const readings = readStored<Readings>(scene.environment, 'local', 'readings');
  return readings ? listRetiredProducts(readings, accounts()).map(({ product }) => product) : [];
};
const decide = (isMonitored: boolean, product = 'COIN-FUTURES') =>
  scene.send({ type: 'monitor', account: accounts()[0]?.id, product, isMonitored });

describe.each(['retired: refused', 'retired: empty', 'retired: zeros'] as const)(
  'a product type that is %s',
  (state) => {
    it('spoils neither badge nor total, is no issue, and is mentioned until the user decides', async () => {
      await start({ productTypeStates: { 'COIN-FUTURES': state } });
      await poll(12);
      expect(scene.badge()).toBe('42%');
      expect(scene.view()).toMatchObject({ notices: [], isMixed: false });
      expect(scene.view().cards.map(({ name }) => name)).toEqual(['USDT USDT-M, Main']);
      expect(scene.environment.notified).toEqual([]);
      expect(listNotes()).toEqual(['COIN-FUTURES']);
      await decide(true);
      await poll(2);
      expect(listNotes()).toEqual([]);
      expect(accounts()).toMatchObject([{ products: PRODUCTS }]);
    });

    it('is read no more once the user stops monitoring it', async () => {
      await start({ productTypeStates: { 'COIN-FUTURES': state } });
      await poll(1);
      await decide(false);
      scene.exchange.clearLog();
      await poll(1);
      expect(scene.exchange.log.map(({ query }) => query)).toEqual(Array(2).fill('productType=USDT-FUTURES'));
      expect(accounts()).toMatchObject([{ products: ['USDT-FUTURES'], revision: 1 }]);
      expect(listNotes()).toEqual([]);
      expect(scene.badge()).toBe('42%');
    });
  },
);

it('a retired product type that still holds something counts, and is not mentioned', async () => {
  const coin = classicRow({ marginCoin: 'BTC', isolatedMargin: '0', crossedRiskRate: '0.95' });
  await start({ accounts: { 'USDT-FUTURES': [usdt], 'COIN-FUTURES': [coin] } });
  expect(scene.badge()).toBe('95%');
  expect(listNotes()).toEqual([]);
});

it('a product type that Bitget retires later is known by its answer', async () => {
  await start({ productTypeStates: { 'USDC-FUTURES': 'retired: refused' } }, ['USDT-FUTURES', 'USDC-FUTURES']);
  await poll(2);
  expect(scene.badge()).toBe('42%');
  expect(scene.view().notices).toEqual([]);
  expect(listNotes()).toEqual(['USDC-FUTURES']);
});

it('the only product type of an account stays monitored, and the badge is a dash', async () => {
  await start({ productTypeStates: { 'COIN-FUTURES': 'retired: empty' } }, ['COIN-FUTURES']);
  await poll(1);
  await decide(false);
  expect(accounts()).toMatchObject([{ products: ['COIN-FUTURES'] }]);
  expect(scene.badge()).toBe('—');
});
