import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'wxt/browser';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, withOneAccount } from '../harness/fixture.ts';
import { findByRole, press, status, takeScreenshot, until } from '../harness/index.ts';
import { fireAlarmAndWait, ONE_SET, parkPolling, requestedPaths } from '../harness/state/rounds.ts';
import { readItem, readOnlyReading } from '../harness/state/storage.ts';

declare const chrome: typeof Browser;

const key = credentialsFor('host-permission');
let scene: Fixture;

beforeAll(async () => {
  const accounts = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
  scene = await withOneAccount({ ...key, family: 'classic', accounts });
  await parkPolling(scene.options);
  scene.simulator.clearLog();
});
afterAll(() => scene?.close());

const calls = () => requestedPaths(scene.simulator);
const margin = async () => (await readOnlyReading(scene.options)).margin['USDT-FUTURES'];
const badge = (text: string) => until(async () => (await scene.browser.badge()).text === text, { what: text });

it('S4 without the host permission no request is sent, the state has a name, and a grant starts a round', async () => {
  await scene.browser.setGranted(false);
  await fireAlarmAndWait(scene.options);
  expect(calls()).toEqual([]);
  expect(await margin()).toMatchObject({ state: 'stale', failure: { kind: 'noHostPermission' } });
  await badge('!');
  const popup = await scene.browser.open('popup.html');
  const notice = 'Access to api.bitget.com is turned off';
  await until(async () => (await status(popup)).includes(notice), { what: notice });
  await takeScreenshot(popup, 'popup-ungranted');
  for (const page of [popup, scene.options]) {
    await page.bringToFront();
    await page.evaluate(noteRequest);
    await press(page, 'Allow access');
    const wished = () => page.evaluate(() => (globalThis as { wished?: unknown }).wished);
    expect(await until(wished, { what: 'the question' })).toEqual([{ origins: ['https://api.bitget.com/*'] }]);
  }
  await takeScreenshot(scene.options, 'options-ungranted');
  await popup.close();
  await parkPolling(scene.options);
  scene.simulator.clearLog();
  await scene.browser.setGranted(true);
  await until(async () => (await readItem(scene.options, 'pollRun'))?.endedAt !== 1, {
    what: 'the grant starts a round',
  });
  await badge('33%');
  expect(calls()).toEqual(ONE_SET);
  await until(async () => (await findByRole(scene.options, 'button', 'Allow access')) === null, {
    what: 'it asks no more',
  });
});

/** Notes what the browser is asked, because no driver can answer its question. Runs in the page. */
function noteRequest(): void {
  const request = async (...wished: unknown[]) => {
    Object.assign(globalThis, { wished });
    return false;
  };
  Object.assign(((Reflect.get(globalThis, 'browser') as typeof chrome | undefined) ?? chrome).permissions, { request });
}
