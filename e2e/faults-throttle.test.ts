import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { classicRow } from '../simulator/index.ts';
import { asked, connect, kill, ONE_SET, rest, ring, ringOften, tell } from './harness/round.ts';
import { keyOf, openScene, type Scene } from './harness/scene.ts';
import { elapse, forgive, onlyReading, stored } from './harness/stored.ts';

const rows = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
const MINUTE = 60_000;

describe('one account that was accepted', () => {
  const key = keyOf('patient');
  let scene: Scene;
  let undo = () => {};
  const poll = () => ringOften(scene.browser, scene.options, 1);
  beforeAll(async () => {
    scene = await openScene([{ ...key, family: 'classic', accounts: rows }]);
    await connect(scene.options, key);
  });
  beforeEach(async () => {
    undo();
    scene.simulator.moveClock(0);
    await rest(scene.options);
    await forgive(scene.options);
    await poll();
    await rest(scene.options);
    scene.simulator.clearLog();
  });
  afterAll(() => scene?.close());

  const calls = () => asked(scene.simulator);
  /** Of the last round, by its own record, in ms. */
  const length = async () => {
    const { startedAt = 0, endedAt = null } = (await stored(scene.options, 'flight')) ?? {};
    return (endedAt ?? 0) - startedAt;
  };
  /** A round that is answered with a 429; until when Bitget is left alone after it. */
  const throttle = async (retryAfter?: string) => {
    undo();
    undo = scene.simulator.fault({}, { kind: 'throttle', ...(retryAfter !== undefined && { retryAfter }) });
    await poll();
    return (await onlyReading(scene.options)).retry.throttledUntil;
  };
  /** Expects so many seconds of pause, counted from the answer, which came while the round was under way. */
  const expectPause = async (seconds: number, retryAfter?: string) => {
    const answeredAt = (await throttle(retryAfter)) - seconds * 1_000;
    const { startedAt = 0, endedAt = null } = (await stored(scene.options, 'flight')) ?? {};
    expect(answeredAt).toBeGreaterThanOrEqual(startedAt);
    expect(answeredAt).toBeLessThanOrEqual(endedAt ?? 0);
  };

  it.each<[string, string | undefined, number]>([
    ['in seconds', '120', 120],
    ['as a date', new Date(Date.now() + 5 * 60 * MINUTE).toUTCString(), 900],
    ['of nothing', '0', 1],
    ['of a day', '86400', 900],
    ['that nobody can read', 'soon', 60],
    ['not at all', undefined, 60],
  ])('P4 keeps to Retry-After %s', async (_, retryAfter, seconds) => {
    await expectPause(seconds, retryAfter);
    expect(calls()).toEqual(['accounts']);
  });

  it('P4 asks nothing before the deadline, whoever asks and whatever is killed; then once', async () => {
    await throttle('300');
    undo();
    await poll();
    await rest(scene.options);
    await elapse(scene.options, 4 * MINUTE);
    await tell(scene.options, { type: 'refresh' });
    await poll();
    await rest(scene.options);
    await kill(scene.browser, scene.options);
    await ring(scene.options);
    expect(calls()).toEqual(['accounts']);
    await rest(scene.options);
    await elapse(scene.options, MINUTE);
    await poll();
    expect(calls()).toEqual(['accounts', ...ONE_SET]);
  });

  it('P4 waits five minutes when it is told a second time, without a word for how long', async () => {
    await expectPause(60);
    await rest(scene.options);
    await elapse(scene.options, 2 * MINUTE);
    await expectPause(300);
  });

  it('P4 takes a date for what it is by the server’s clock', async () => {
    scene.simulator.moveClock(-10 * MINUTE);
    await poll();
    const inTwoMinutes = Math.ceil(Date.now() / 1_000) * 1_000 + 2 * MINUTE;
    await rest(scene.options);
    const until = await throttle(new Date(inTwoMinutes - 10 * MINUTE).toUTCString());
    // The answer tells the server's time in whole seconds, and as of when it left.
    expect(until).toBeGreaterThanOrEqual(inTwoMinutes);
    expect(until - inTwoMinutes).toBeLessThanOrEqual(1_000 + (await length()));
  });

  it.each([10 * MINUTE, -10 * MINUTE, 24 * 60 * MINUTE, -24 * 60 * MINUTE])(
    'P5 a server’s clock that is %i ms ahead costs one look at it and one retry',
    async (offset) => {
      scene.simulator.moveClock(offset);
      await poll();
      expect(calls()).toEqual(['accounts', 'time', ...ONE_SET]);
      expect((await onlyReading(scene.options)).margin).toMatchObject({ 'USDT-FUTURES': { state: 'fresh' } });
      const off = ((await stored(scene.options, 'readings'))?.clockOffset ?? 0) - offset;
      // By half of the way to the clock and back, which is a part of the round.
      expect(Math.abs(off)).toBeLessThanOrEqual((await length()) / 2);
      await poll();
      expect(calls()).toEqual(['accounts', 'time', ...ONE_SET, ...ONE_SET]);
    },
  );

  it('met no error of ours', () => {
    expect(scene.browser.errors).toEqual([]);
  });
});
