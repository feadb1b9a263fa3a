import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import {
  connectAccounts,
  fireAlarmAndWait,
  fireAlarmRepeatedly,
  killBackground,
  ONE_SET,
  parkPolling,
  requestedPaths,
  sendRaw,
} from '../harness/state/rounds.ts';
import { readOnlyReading, shiftStoredTimes } from '../harness/state/storage.ts';

const rows = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
const MINUTE = 60_000;

/** A real 429 and a real clock; every form of `Retry-After` is in `lib/background/faults/throttle.test.ts`. */
describe('an accepted account', () => {
  const key = credentialsFor('patient');
  let scene: Fixture;
  beforeAll(async () => {
    scene = await openFixture([{ ...key, family: 'classic', accounts: rows }]);
    await connectAccounts(scene.options, key);
    await parkPolling(scene.options);
    scene.simulator.clearLog();
  });
  afterAll(() => scene?.close());

  it('P5 costs one request for the time and one retry when the server’s clock is a day ahead', async () => {
    scene.simulator.moveClock(24 * 60 * MINUTE);
    await fireAlarmAndWait(scene.options);
    expect(requestedPaths(scene.simulator)).toEqual(['accounts', 'time', ...ONE_SET]);
    expect((await readOnlyReading(scene.options)).margin).toMatchObject({ 'USDT-FUTURES': { state: 'fresh' } });
    await fireAlarmAndWait(scene.options);
    expect(requestedPaths(scene.simulator)).toEqual(['accounts', 'time', ...ONE_SET, ...ONE_SET]);
  });

  it('P4 sends no request before the deadline, whatever triggers or is killed; then one', async () => {
    await parkPolling(scene.options);
    scene.simulator.clearLog();
    const undo = scene.simulator.fault({}, { kind: 'throttle', retryAfter: '300' });
    await fireAlarmAndWait(scene.options);
    undo();
    await parkPolling(scene.options);
    await shiftStoredTimes(scene.options, 4 * MINUTE);
    await sendRaw(scene.options, { type: 'refresh' });
    await fireAlarmRepeatedly(scene.browser, scene.options, 1);
    await parkPolling(scene.options);
    await killBackground(scene.browser, scene.options);
    await fireAlarmAndWait(scene.options);
    expect(requestedPaths(scene.simulator)).toEqual(['accounts']);
    await parkPolling(scene.options);
    await shiftStoredTimes(scene.options, MINUTE);
    await fireAlarmAndWait(scene.options);
    expect(requestedPaths(scene.simulator)).toEqual(['accounts', ...ONE_SET]);
  });
});
