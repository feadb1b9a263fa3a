import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { classicRow } from '../../../simulator/index.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../domain/core/time.ts';
import { readHistory } from '../../history/read.ts';
import {
  createKey,
  type SimulatedExchange,
  startSimulatedExchange,
} from '../../testing/simulated-background/simulated-exchange.ts';

const key = createKey('clock');
const calm = classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' });
const ONE_SET = ['accounts', 'all-position'];
let scene: SimulatedExchange;

beforeEach(async () => {
  scene = await startSimulatedExchange([{ ...key, family: 'classic', accounts: { 'USDT-FUTURES': [calm] } }]);
  await scene.connect(key);
  await scene.pass(MINUTE);
  scene.exchange.clearLog();
});
afterEach(() => {
  vi.useRealTimers();
});

const moveClock = (ms: number) => vi.setSystemTime(Date.now() + ms);
const samples = async () => {
  const chunks = await readHistory([{ account: String(await accountId()), tier: 'every', from: 0 }]);
  return chunks?.flat().flatMap((chunk) => chunk['USDT-FUTURES/USDT'] ?? []) ?? [];
};
const accountId = () => (scene.environment.areas.local.get('accounts') as { value: { id: string }[] }).value[0]?.id;

describe.each([30 * SECOND, 4 * MINUTE, HOUR, 8 * HOUR])('P12 a clock that is set back by %i ms', (back) => {
  it("holds up no request for longer than Bitget's deadline", async () => {
    const undo = scene.exchange.fault({}, { kind: 'throttle', retryAfter: '120' });
    await scene.ring();
    undo();
    scene.exchange.clearLog();
    moveClock(-back);
    await scene.restart();
    for (let minute = 0; minute < 3; minute += 1) {
      await scene.ring();
      await scene.pass(MINUTE);
    }
    expect(scene.listRequests()).toEqual(ONE_SET);
    expect(scene.badge()).toBe('33%');
  });

  it('holds up no request for longer than our own wait after failures', async () => {
    const undo = scene.exchange.fault({}, { kind: 'html', status: 502 });
    for (let minute = 0; minute < 5; minute += 1) {
      await scene.pass(MINUTE);
      await scene.ring();
    }
    undo();
    scene.exchange.clearLog();
    moveClock(-back);
    await scene.restart();
    await scene.ring();
    expect(scene.listRequests()).toEqual(ONE_SET);
  });

  it('does not make old figures recent, nor an outage shorter', async () => {
    const undo = scene.exchange.fault({}, { kind: 'html', status: 502 });
    for (let minute = 0; minute < 6; minute += 1) {
      await scene.pass(MINUTE);
      await scene.ring();
    }
    expect(scene.badge()).toBe('—');
    moveClock(-back);
    await scene.restart();
    for (let minute = 0; minute < 5; minute += 1) {
      await scene.ring();
      expect(scene.badge()).toBe('—');
      await scene.pass(MINUTE);
    }
    await scene.ring();
    expect(scene.environment.notified).toEqual([expect.stringContaining('lost')]);
    undo();
  });
});

describe('P12 a clock that was set back by hours', () => {
  const untilAlarm = () => (scene.environment.alarms.get('poll')?.scheduledTime ?? 0) - Date.now();

  it.each<[string, () => Promise<void>]>([
    ['a view asks', () => scene.send({ type: 'viewOpen' })],
    ['the background wakes', () => scene.restart()],
  ])('sets the alarm again when %s', async (_, begin) => {
    moveClock(-8 * HOUR);
    expect(untilAlarm()).toBeGreaterThan(7 * HOUR);
    await begin();
    expect(untilAlarm()).toBeLessThanOrEqual(MINUTE);
  });

  it('shows at the next wake that the age of the figures is unknown', async () => {
    expect(scene.badge()).toBe('33%');
    moveClock(-8 * HOUR);
    await scene.restart();
    expect(scene.badge()).toBe('—');
  });
});

describe.each([HOUR, 3 * DAY, 400 * DAY, -HOUR])('a clock that is set by %i ms in the middle of a round', (change) => {
  it('leaves the history as it is, and the next round continues it', async () => {
    await scene.ring();
    const before = await samples();
    expect(before.length).toBeGreaterThan(0);
    const { network = expect.fail('no network') } = scene.environment;
    const { fetch } = network;
    const fetchOnce: typeof fetch = (...args) => {
      Object.assign(network, { fetch });
      moveClock(change);
      return fetch(...args);
    };
    await scene.pass(MINUTE);
    Object.assign(network, { fetch: fetchOnce });
    await scene.ring();
    expect(await samples()).toEqual(before);
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.badge()).toBe('33%');
  });
});
