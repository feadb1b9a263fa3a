import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { classicRow } from '../../../simulator/index.ts';
import { MINUTE } from '../../domain/core/time.ts';
import {
  createKey,
  type SimulatedExchange,
  startSimulatedExchange,
} from '../../testing/simulated-background/simulated-exchange.ts';

const key = createKey('alerts');
const NAME = 'USDT USDT-M, Main';
let scene: SimulatedExchange;

const createRows = (crossedRiskRate: string) => ({
  'USDT-FUTURES': [classicRow({ crossedRiskRate, isolatedMargin: '0' })],
});
beforeEach(async () => {
  scene = await startSimulatedExchange([{ ...key, family: 'classic', accounts: createRows('0.1') }]);
  await scene.connect(key);
});
afterEach(() => {
  vi.useRealTimers();
});

/** Runs a round with this risk a minute later; returns the titles of the notifications that it shows. */
const poll = async (rate: string): Promise<readonly unknown[]> => {
  scene.exchange.account(key.apiKey).accounts = createRows(rate);
  await scene.pass(MINUTE);
  await scene.ring();
  return scene.environment.notified
    .splice(0)
    .map((id) => Reflect.get(Object(scene.environment.notifications.get(id)), 'title'));
};
const pollAll = async (...rates: readonly string[]) => {
  const titles: unknown[] = [];
  for (const rate of rates) titles.push(...(await poll(rate)));
  return titles;
};

describe('the notifications of a risk', () => {
  it('A1 appear once per level of a climb, danger in its first round', async () => {
    expect(await pollAll('0.55', '0.56', '0.72', '0.73')).toEqual([`Warning: ${NAME} at 73.0%`]);
    expect(await poll('0.91')).toEqual([`Danger: ${NAME} at 91.0%`]);
    expect(await poll('0.93')).toEqual([]);
  });

  it('report a danger when Bitget sends a negative equity beside a calm rate', async () => {
    const row = classicRow({ crossedRiskRate: '0.1', accountEquity: '-5', isolatedMargin: '0' });
    scene.exchange.account(key.apiKey).accounts = { 'USDT-FUTURES': [row] };
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.badge()).toBe('100%');
    expect([...scene.environment.notifications.values()]).toMatchObject([{ title: `Danger: ${NAME} at 100.0%` }]);
  });

  it('A1 appear once for a jump over several levels', async () => {
    expect(await pollAll('0.99', '0.99')).toEqual([`Danger: ${NAME} at 99.0%`]);
  });

  it('A2 appear once for a risk that swings about the threshold, and not for a gap', async () => {
    expect(await pollAll('0.91', '0.899', '0.905', '0.895', '0.903')).toEqual([`Danger: ${NAME} at 91.0%`]);
    const undo = scene.exchange.fault({}, { kind: 'reset' });
    expect(await poll('0.903')).toEqual([]);
    undo();
    expect(await pollAll('0.903', '0.903')).toEqual([]);
  });

  it('A1 do not repeat after the worker was killed and restarted', async () => {
    expect(await poll('0.95')).toHaveLength(1);
    await scene.restart();
    expect(await poll('0.95')).toEqual([]);
  });

  it('A1 report the recovery once, after five calm minutes', async () => {
    await poll('0.95');
    expect(await pollAll('0.1', '0.1', '0.1', '0.1', '0.1')).toEqual([]);
    expect(await pollAll('0.1', '0.1')).toEqual([`Safe again: ${NAME} at 10.0%`]);
  });

  it('A3 show on the badge when the browser rejects them, unless there is danger, and are retried each round', async () => {
    scene.environment.refused.add('notifications.create');
    expect(await pollAll('0.75', '0.75')).toEqual([]);
    expect(scene.badge()).toBe('!');
    expect(await pollAll('0.95', '0.95')).toEqual([]);
    expect(scene.badge()).toBe('95%');
    expect(scene.tooltip()).toMatch(/^The browser blocks alerts/);
    scene.environment.refused.clear();
    expect(await poll('0.96')).toEqual([`Danger: ${NAME} at 96.0%`]);
    expect(scene.badge()).toBe('96%');
  });
});
