import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { classicRow, type Fault } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import { can, readCards, takeScreenshot, until } from '../harness/index.ts';
import { connectAccounts, fireAlarmRepeatedly, parkPolling, requestedPaths } from '../harness/state/rounds.ts';
import { clearBackoff, readOnlyReading } from '../harness/state/storage.ts';

/** Responses that the browser's engine reads or draws; all others are in `lib/background/faults/answers.test.ts`. */
const key = credentialsFor('answers');
const quiet = { isolatedMargin: '0', crossedRiskRate: '0' };
const MIB = 1024 * 1024;
let scene: Fixture;
let undo = () => {};

beforeAll(async () => {
  scene = await openFixture([{ ...key, family: 'classic' }]);
  rows(classicRow({ ...quiet, crossedMaxAvailable: '77.5' }));
  await connectAccounts(scene.options, key);
});
beforeEach(async () => {
  undo();
  rows(classicRow({ ...quiet, crossedMaxAvailable: '77.5' }));
  await parkPolling(scene.options);
  await clearBackoff(scene.options);
  await poll();
  await parkPolling(scene.options);
  scene.simulator.clearLog();
});
afterAll(() => scene?.close());

const rows = (...list: readonly unknown[]) => {
  scene.simulator.account(key.apiKey).accounts = { 'USDT-FUTURES': list };
};
const poll = () => fireAlarmRepeatedly(scene.browser, scene.options, 1);
/** The background's heap in bytes, where the driver can measure it. */
const heap = async () => (can('heap') ? scene.browser.heap() : 0);
const margin = async () => (await readOnlyReading(scene.options)).margin['USDT-FUTURES'];

describe('a body that is', () => {
  it.each<[string, Fault]>([
    ['a gzip bomb of 256 MiB', { kind: 'huge', bytes: 256 * MIB, gzip: true }],
    ['500,000 deep, and short enough to be parsed', { kind: 'deep', depth: 500_000 }],
    ['cut short', { kind: 'answer', status: 200, body: '{"code":"00000","data":[{"marginCoin":"USD' }],
  ])('R1%s is unreadable, asked once, and the figures stay', async (_, error) => {
    const before = await heap();
    undo = scene.simulator.fault({}, error);
    await poll();
    expect(await margin()).toMatchObject({ state: 'stale', failure: { kind: 'unreadable' } });
    expect(requestedPaths(scene.simulator)).toEqual(['accounts']);
    expect((await heap()) - before).toBeLessThan(2 * MIB);
    const popup = await scene.browser.open('popup.html');
    await until(async () => (await popup.$('::-p-text(couldn’t be read)')) !== null, { what: 'the popup says so' });
    expect((await readCards(popup)).map(({ figures }) => figures['Free margin'])).toEqual(['77.50']);
    await popup.close();
  });
});

describe('text from outside', () => {
  it('R2 is text alone: no element, no direction, no prototype, and the layout is whole', async () => {
    const coins = ['<img src=x onerror=alert(1)>', 'X'.repeat(1_000), '\u202eTDSU\u200b', '__proto__', 'constructor'];
    const mine = coins.map((marginCoin) => JSON.stringify(classicRow({ ...quiet, marginCoin, available: '5' })));
    const poisoned = mine.map((text) => `${text.slice(0, -1)},"__proto__":{"polluted":"1"},"constructor":{"a":"b"}}`);
    const body = `{"code":"00000","__proto__":{"polluted":"1"},"data":[${poisoned.join(',')}]}`;
    undo = scene.simulator.fault({}, { kind: 'answer', status: 200, body });
    await poll();
    const popup = await scene.browser.open('popup.html');
    const cards = await until(async () => (await readCards(popup)).length === 5 && readCards(popup), {
      what: 'five cards',
    });
    expect(cards.map(({ name }) => name).toSorted()).toEqual([
      '<img src=x onerror=aler… USDT-M, Main',
      'TDSU USDT-M, Main',
      `${'X'.repeat(23)}… USDT-M, Main`,
      '__proto__ USDT-M, Main',
      'constructor USDT-M, Main',
    ]);
    expect(await popup.$$('img')).toEqual([]);
    const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await popup.evaluate(overflow)).toBeLessThanOrEqual(0);
    const polluted = (place = globalThis) =>
      'polluted' in place.Object.prototype || place.Object.prototype.constructor !== place.Object;
    expect(await popup.evaluate(polluted)).toBe(false);
    expect(await scene.browser.inBackground(polluted)).toBe(false);
    await takeScreenshot(popup, 'popup-poisoned');
    await popup.close();
  });
});
