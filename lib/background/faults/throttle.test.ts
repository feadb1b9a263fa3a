import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { classicRow } from '../../../simulator/index.ts';
import { HOUR, MINUTE, SECOND } from '../../domain/core/time.ts';
import type { Readings } from '../../domain/polling/reading.ts';
import { readStored } from '../../testing/simulated-background/environment.ts';
import {
  createKey,
  type SimulatedExchange,
  startSimulatedExchange,
} from '../../testing/simulated-background/simulated-exchange.ts';

const key = createKey('throttle');
const rows = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
const ONE_SET = ['accounts', 'all-position'];
let scene: SimulatedExchange;

beforeEach(async () => {
  scene = await startSimulatedExchange([{ ...key, family: 'classic', accounts: rows }]);
  await scene.connect(key);
  await scene.pass(MINUTE);
  scene.exchange.clearLog();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Runs a round that gets a 429; returns for how many seconds no request follows. */
const throttle = async (retryAfter?: string): Promise<number> => {
  const undo = scene.exchange.fault({}, { kind: 'throttle', ...(retryAfter !== undefined && { retryAfter }) });
  await scene.ring();
  undo();
  const throttles = Object.values(scene.reading().retry.throttles ?? {});
  return (Math.max(...throttles.map(({ until }) => until)) - Date.now()) / SECOND;
};
const writeDate = (ms: number) => new Date(Date.now() + ms).toUTCString();

describe('an exchange that throttles', () => {
  it.each<[string, () => string | undefined, number]>([
    ['in seconds', () => '120', 120],
    ['as a date', () => writeDate(2 * MINUTE), 120],
    ['as a date in five hours', () => writeDate(5 * HOUR), 900],
    ['as a date that is past', () => writeDate(-MINUTE), 1],
    ['of nothing', () => '0', 1],
    ['of a day', () => '86400', 900],
    ['that nobody can read', () => 'soon', 10],
    ['not at all', () => undefined, 10],
  ])('P4 gets no request for the time of Retry-After %s', async (_, retryAfter, seconds) => {
    expect(await throttle(retryAfter())).toBe(seconds);
    expect(scene.listRequests()).toEqual(['accounts']);
    expect(scene.view().notices).toEqual([expect.stringMatching(/^Main: Too many requests\./)]);
    expect(scene.view().cards).toMatchObject([{ available: '1,000.00', isStale: false }]);
  });

  it('P4 gets no request before the deadline despite refreshes and kills, and one after it', async () => {
    await throttle('300');
    for (let minute = 0; minute < 4; minute += 1) {
      await scene.ring();
      await scene.pass(MINUTE);
    }
    await scene.send({ type: 'refresh' });
    await scene.pass(MINUTE - 2 * SECOND);
    await scene.restart();
    await scene.ring();
    expect(scene.listRequests()).toEqual(['accounts']);
    await scene.pass(2 * SECOND);
    await scene.ring();
    expect(scene.listRequests()).toEqual(['accounts', ...ONE_SET]);
    expect(scene.view().notices).toEqual([]);
  });

  it('P4 is asked at the next alarm, or by a refresh at once, after a 429 without Retry-After', async () => {
    await throttle();
    expect(scene.view().notices).toEqual(['Main: Too many requests. Retrying shortly.']);
    await scene.pass(2 * SECOND);
    await scene.send({ type: 'refresh' });
    expect(scene.listRequests()).toEqual(['accounts', ...ONE_SET]);
    expect(scene.view().notices).toEqual([]);
    await throttle();
    scene.exchange.clearLog();
    await scene.pass(MINUTE - SECOND);
    await scene.ring();
    expect(scene.listRequests()).toEqual(ONE_SET);
  });

  it("P4 has its dates read by the server's clock, whatever the local clock says", async () => {
    scene.exchange.moveClock(-10 * MINUTE);
    await scene.ring();
    await scene.pass(MINUTE);
    expect(await throttle(writeDate(-8 * MINUTE))).toBe(120);
  });
});

describe('a server clock that is', () => {
  it.each([
    ['ten minutes ahead', 10 * MINUTE],
    ['ten minutes behind', -10 * MINUTE],
    ['a day ahead', 24 * HOUR],
    ['a day behind', -24 * HOUR],
  ])('P5%s costs one request for the time and one retry, once', async (_, offset) => {
    scene.exchange.moveClock(offset);
    await scene.ring();
    expect(scene.listRequests()).toEqual(['accounts', 'time', ...ONE_SET]);
    expect(scene.exchange.log.map(({ code }) => code)).toEqual(['40008', '00000', '00000', '00000']);
    expect(scene.reading().margin).toMatchObject({ 'USDT-FUTURES': { state: 'fresh' } });
    expect(readStored<Readings>(scene.environment, 'local', 'readings')?.clockOffset).toBe(offset);
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.listRequests()).toEqual(['accounts', 'time', ...ONE_SET, ...ONE_SET]);
  });
});
