import { afterEach, describe, expect, it, vi } from 'vitest';
import { classicRow, type Fault } from '../../../simulator/index.ts';
import type { AlertLogEntry } from '../../domain/alert/alert-log.ts';
import { formatAlert } from '../../domain/alert/alert-text.ts';
import { MINUTE, SECOND } from '../../domain/core/time.ts';
import { english } from '../../testing/english-i18n.ts';
import { readStored } from '../../testing/simulated-background/environment.ts';
import {
  createKey,
  type SimulatedExchange,
  startSimulatedExchange,
} from '../../testing/simulated-background/simulated-exchange.ts';

const key = createKey('unknown');
const LIST = '/api/v2/mix/account/accounts';
const POSITIONS = '/api/v2/mix/position/all-position';
let scene: SimulatedExchange;

afterEach(() => {
  vi.useRealTimers();
});

const row = (crossedRiskRate: string, isolatedMargin = '0') => classicRow({ crossedRiskRate, isolatedMargin });
const start = async (rate: string) => {
  const accounts = { 'USDT-FUTURES': [row(rate)] };
  scene = await startSimulatedExchange([{ ...key, family: 'classic', accounts }]);
  await scene.connect(key);
  await poll(2 * MINUTE);
};
/** Runs rounds every 30 s; returns after how many seconds each alert came. */
const poll = async (ms: number) => {
  const from = Date.now();
  const before = scene.environment.notified.length;
  const delays: number[] = [];
  for (let passed = 0; passed < ms; passed += 30 * SECOND) {
    await scene.pass(30 * SECOND);
    await scene.ring();
    while (before + delays.length < scene.environment.notified.length)
      delays.push(Math.round((Date.now() - from) / SECOND));
  }
  return delays;
};
const lastAlert = () => {
  const [last] = readStored<readonly AlertLogEntry[]>(scene.environment, 'local', 'alertLog') ?? [];
  return last ? formatAlert(last.notice, false, Date.now(), english) : null;
};

describe('A4: a risk that cannot be known while the margin accounts are listed', () => {
  const breaks: readonly [string, () => void][] = [
    [
      'no positions',
      () => {
        scene.exchange.fault({ path: POSITIONS }, { kind: 'code', code: '40725' });
      },
    ],
    ['a blank rate', () => setRate('')],
    ['a rate in percent', () => setRate('95.0%')],
  ];
  const setRate = (rate: string) => {
    const fault: Fault = { kind: 'data', data: [row(rate)] };
    scene.exchange.fault({ path: LIST }, fault);
  };

  it.each(breaks)('by %s is one alert after three minutes where it was a caution', async (_, breakIt) => {
    await start('0.55');
    breakIt();
    const delays = await poll(15 * MINUTE);
    expect(delays).toHaveLength(1);
    expect(delays[0]).toBeGreaterThanOrEqual(180);
    expect(delays[0]).toBeLessThanOrEqual(270);
    const { title, body } = lastAlert() ?? {};
    expect(title).toMatch(/USDT USDT-M, Main/);
    expect(body).toMatch(/caution/i);
    expect(scene.view().notices.join()).not.toContain('Monitoring lost');
  });

  it.each(breaks)('by %s is one alert after ten minutes where it was safe', async (_, breakIt) => {
    await start('0.30');
    breakIt();
    const delays = await poll(15 * MINUTE);
    expect(delays).toHaveLength(1);
    expect(delays[0]).toBeGreaterThanOrEqual(600);
    expect(delays[0]).toBeLessThanOrEqual(690);
  });

  it.each(breaks)(
    'by %s keeps the pace of the danger before it for an hour, and the badge asks to act',
    async (what, breakIt) => {
      await start('0.95');
      const countAlarms = () => [...scene.environment.alarms.keys()].filter((name) => name.startsWith('poll/')).length;
      expect(countAlarms()).toBe(6);
      if (what === 'no positions') setRate('0.10');
      breakIt();
      await poll(MINUTE);
      expect(countAlarms()).toBe(6);
      expect(scene.badge()).toMatch(/^(—|>10%)$/);
      await poll(3 * MINUTE);
      expect(scene.badge()).toBe('!');
      await poll(61 * MINUTE);
      expect(countAlarms()).toBe(0);
      expect(scene.badge()).toMatch(/^(—|>10%)$/);
    },
  );

  it('is no second alert while nothing is read at all', async () => {
    await start('0.55');
    scene.exchange.fault({}, { kind: 'html', status: 502 });
    const delays = await poll(15 * MINUTE);
    expect(delays).toHaveLength(1);
    expect(scene.environment.notified.at(-1)).toContain('lost');
  });
});
