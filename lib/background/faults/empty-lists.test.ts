import { afterEach, describe, expect, it, vi } from 'vitest';
import { type AccountSpec, classicRow, unifiedAssets } from '../../../simulator/index.ts';
import type { AlertLogEntry } from '../../domain/alert/alert-log.ts';
import { MINUTE } from '../../domain/core/time.ts';
import { readStored } from '../../testing/simulated-background/environment.ts';
import {
  createKey,
  type SimulatedExchange,
  startSimulatedExchange,
} from '../../testing/simulated-background/simulated-exchange.ts';

const key = createKey('empty');
const row = (crossedRiskRate: string, marginCoin = 'USDT') =>
  classicRow({ marginCoin, isolatedMargin: '0', crossedRiskRate });
const CLASSIC = {
  spec: { ...key, family: 'classic', accounts: { 'USDT-FUTURES': [row('0.95')] } },
  path: '/api/v2/mix/account/accounts',
} as const;
const UNIFIED = {
  spec: { ...key, family: 'unified', assets: unifiedAssets({ mgnRatio: '0.95', mmr: '95', effEquity: '100' }) },
  path: '/api/v3/account/assets',
} as const;
let scene: SimulatedExchange;

afterEach(() => {
  vi.useRealTimers();
});

const start = async (spec: AccountSpec, products = ['USDT-FUTURES']) => {
  scene = await startSimulatedExchange([spec]);
  await scene.connect(key, { products });
  await scene.pass(MINUTE);
  await scene.ring();
};
const empty = (path: string, data: unknown, productType?: string) =>
  scene.exchange.fault({ path, ...(productType !== undefined && { productType }) }, { kind: 'data', data });
/** Runs a round 5 s later, the period in force at danger. */
const poll = async () => {
  await scene.pass(5_000);
  await scene.ring();
};
const listAlerts = () => readStored<readonly AlertLogEntry[]>(scene.environment, 'local', 'alertLog') ?? [];

describe.each([
  ['a classic account', CLASSIC, []],
  ['a classic account', CLASSIC, null],
  ['a unified account', UNIFIED, null],
  ['a unified account', UNIFIED, []],
  ['a unified account', UNIFIED, {}],
] as const)('an empty answer for %s, %#', (_, { spec, path }, data) => {
  it('keeps the last figures once, then shows a dash, and reports a danger that returns only once', async () => {
    await start(spec);
    expect(scene.badge()).toBe('95%');
    expect(scene.environment.notified).toHaveLength(1);
    const undo = empty(path, data);
    await poll();
    expect(scene.badge()).toBe('95%');
    expect(scene.view().notices).toEqual([
      'Main: Bitget’s list of margin accounts was empty. Showing the last figures. Retrying automatically.',
    ]);
    expect(scene.view().cards).toMatchObject([{ level: 'danger' }]);
    for (let round = 0; round < 3; round += 1) await poll();
    expect(scene.badge()).toBe('—');
    expect(scene.tooltip()).toContain('no longer lists a margin account');
    expect(scene.view().cards).toEqual([]);
    undo();
    await poll();
    expect(scene.badge()).toBe('95%');
    expect(scene.view().notices).toEqual([]);
    expect(scene.environment.notified).toHaveLength(1);
    expect(listAlerts()).toHaveLength(1);
  });

  it('that lasts is reported, so a danger does not end without a word', async () => {
    await start(spec);
    empty(path, data);
    for (let minute = 0; minute < 5; minute += 1) {
      await scene.pass(MINUTE);
      await scene.ring();
    }
    expect(scene.environment.notified).toHaveLength(2);
    expect(scene.environment.notified.at(-1)).toContain('lost');
  });
});

it('an empty list of one product type leaves the others, and the badge says that a part is unknown', async () => {
  const accounts = { 'USDT-FUTURES': [row('0.30')], 'USDC-FUTURES': [row('0.12', 'USDC')] };
  await start({ ...key, family: 'classic', accounts }, ['USDT-FUTURES', 'USDC-FUTURES']);
  expect(scene.badge()).toBe('30%');
  empty(CLASSIC.path, [], 'USDT-FUTURES');
  await scene.pass(MINUTE);
  await scene.ring();
  expect(scene.badge()).toBe('30%');
  await scene.pass(MINUTE);
  await scene.ring();
  expect(scene.badge()).toBe('>12%');
  expect(scene.view().notices).toEqual([
    'Main (USDT-M): Bitget no longer lists a margin account. Check your positions at Bitget. Retrying automatically.',
  ]);
});

it('an account that never had a margin account shows a dash, not 0%', async () => {
  await start({ ...key, family: 'classic' });
  expect(scene.badge()).toBe('—');
  expect(scene.tooltip()).toBe('Main · Bitget lists no margin account for this key.');
});
