import { cp } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { classicRow, type Simulator, startSimulator } from '../simulator/index.ts';
import { BUILDS, can, enterKey, PRODUCT, until } from './harness/index.ts';
import { makeOlder } from './harness/older.ts';
import { openPlace, type Place } from './harness/place.ts';
import { asked, connect, ONE_SET, rest, ring } from './harness/round.ts';
import { keyOf } from './harness/scene.ts';
import { onlyReading } from './harness/stored.ts';
import { changeMode, newPassword, unlock, untilLocked } from './harness/vault.ts';

const key = keyOf('update-running');
const accounts = { 'USDT-FUTURES': [classicRow({ crossedRiskRate: '0.33', isolatedMargin: '0' })] };
const fill = (folder: string) => cp(BUILDS[PRODUCT], folder, { recursive: true });

describe.runIf(can('running'))('an update while the browser runs', () => {
  let simulator: Simulator;
  let place: Place;
  beforeAll(async () => {
    simulator = await startSimulator({ accounts: [{ ...key, family: 'classic', accounts }] });
  });
  afterAll(() => simulator?.close());
  beforeEach(async () => {
    place = await openPlace(simulator, async (folder) => {
      await fill(folder);
      await makeOlder(folder);
    });
  });
  afterEach(() => place?.close());

  /** Connects an account whose keys are kept in this way, updates, and lets the alarm ring: nothing is asked. */
  const update = async (mode: string, fields: Readonly<Record<string, string>>) => {
    const { browser, options } = await place.start();
    const badge = (text: string) => until(async () => (await browser.badge()).text === text, { what: text });
    await changeMode(options, mode, fields);
    await connect(options, key);
    await badge('33%');
    await rest(options);
    simulator.clearLog();
    const { options: page } = await place.update(fill);
    await ring(page);
    expect(asked(simulator)).toEqual([]);
    await page.bringToFront();
    return { page, badge };
  };
  /** The last figures, stale for this reason. */
  const stale = (failure: object) => ({ 'USDT-FUTURES': { state: 'stale', figures: [{ coin: 'USDT' }], failure } });

  it('locks a vault that is under a password, keeps the figures, and goes on with the password', async () => {
    const { page, badge } = await update('Under a password', newPassword());
    await untilLocked(page);
    await badge('🔒');
    expect((await onlyReading(page)).margin).toMatchObject(stale({ kind: 'locked' }));
    await unlock(page);
    await untilLocked(page, false);
    await badge('33%');
    expect(asked(simulator)).toEqual(expect.arrayContaining(ONE_SET));
  });

  it('ends what is kept for one browser session, keeps the figures, and goes on when the key is entered', async () => {
    const { page, badge } = await update('For this browser session', {});
    await badge('!');
    expect((await onlyReading(page)).margin).toMatchObject(stale({ kind: 'vault', problem: 'forgotten' }));
    await enterKey(page, 'Main', key);
    await badge('33%');
    expect(asked(simulator)).toEqual(expect.arrayContaining(ONE_SET));
  });
});
