import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow } from '../../simulator/index.ts';
import { keyOf, openScene, type Scene } from '../harness/fixture.ts';
import { asked, connect, kill, ONE_SET, rest, ring, ringOften, tell } from '../harness/state/rounds.ts';
import { elapse, onlyReading } from '../harness/state/storage.ts';

const rows = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
const MINUTE = 60_000;

/** A real 429 and a real clock; every form of `Retry-After` is in `lib/background/faults/throttle.test.ts`. */
describe('one account that was accepted', () => {
  const key = keyOf('patient');
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene([{ ...key, family: 'classic', accounts: rows }]);
    await connect(scene.options, key);
    await rest(scene.options);
    scene.simulator.clearLog();
  });
  afterAll(() => scene?.close());

  it('P5 costs one request for the time and one retry when the server’s clock is a day ahead', async () => {
    scene.simulator.moveClock(24 * 60 * MINUTE);
    await ring(scene.options);
    expect(asked(scene.simulator)).toEqual(['accounts', 'time', ...ONE_SET]);
    expect((await onlyReading(scene.options)).margin).toMatchObject({ 'USDT-FUTURES': { state: 'fresh' } });
    await ring(scene.options);
    expect(asked(scene.simulator)).toEqual(['accounts', 'time', ...ONE_SET, ...ONE_SET]);
  });

  it('P4 is asked nothing before the deadline, whoever asks and whatever is killed; then once', async () => {
    await rest(scene.options);
    scene.simulator.clearLog();
    const undo = scene.simulator.fault({}, { kind: 'throttle', retryAfter: '300' });
    await ring(scene.options);
    undo();
    await rest(scene.options);
    await elapse(scene.options, 4 * MINUTE);
    await tell(scene.options, { type: 'refresh' });
    await ringOften(scene.browser, scene.options, 1);
    await rest(scene.options);
    await kill(scene.browser, scene.options);
    await ring(scene.options);
    expect(asked(scene.simulator)).toEqual(['accounts']);
    await rest(scene.options);
    await elapse(scene.options, MINUTE);
    await ring(scene.options);
    expect(asked(scene.simulator)).toEqual(['accounts', ...ONE_SET]);
  });
});
