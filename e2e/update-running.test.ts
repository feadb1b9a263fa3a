import { cp } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow, type Simulator, startSimulator } from '../simulator/index.ts';
import { BUILDS, can, PRODUCT, until } from './harness/index.ts';
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
    place = await openPlace(simulator, async (folder) => {
      await fill(folder);
      await makeOlder(folder);
    });
  });
  afterAll(async () => {
    await place?.close();
    await simulator?.close();
  });

  it('locks a vault that is under a password, keeps the figures, and goes on with the password', async () => {
    const { browser, options } = await place.start();
    const badge = (text: string) => until(async () => (await browser.badge()).text === text, { what: text });
    await changeMode(options, 'Under a password', newPassword());
    await connect(options, key);
    await badge('33%');
    await rest(options);

    const { options: page } = await place.update(fill);
    await untilLocked(page);
    await badge('🔒');
    simulator.clearLog();
    await ring(page);
    expect(asked(simulator)).toEqual([]);
    expect((await onlyReading(page)).margin).toMatchObject({
      'USDT-FUTURES': { state: 'stale', figures: [{ coin: 'USDT' }], failure: { kind: 'locked' } },
    });

    await page.bringToFront();
    await unlock(page);
    await untilLocked(page, false);
    await badge('33%');
    expect(asked(simulator)).toEqual(expect.arrayContaining(ONE_SET));
    expect(browser.errors).toEqual([]);
  });
});
