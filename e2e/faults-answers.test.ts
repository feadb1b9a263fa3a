import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { classicRow, type Fault } from '../simulator/index.ts';
import { can, readCards, shoot, until } from './harness/index.ts';
import { asked, connect, rest, ringOften } from './harness/round.ts';
import { keyOf, openScene, type Scene } from './harness/scene.ts';
import { forgive, onlyReading } from './harness/stored.ts';

const key = keyOf('answers');
const quiet = { isolatedMargin: '0', crossedRiskRate: '0' };
const MIB = 1024 * 1024;
let scene: Scene;
let undo = () => {};

beforeAll(async () => {
  scene = await openScene([{ ...key, family: 'classic' }]);
  rows(classicRow({ ...quiet, available: '77.5' }));
  await connect(scene.options, key);
});
beforeEach(async () => {
  undo();
  rows(classicRow({ ...quiet, available: '77.5' }));
  await rest(scene.options);
  await forgive(scene.options);
  await poll();
  await rest(scene.options);
  scene.simulator.clearLog();
});
afterAll(() => scene?.close());

const rows = (...list: readonly unknown[]) => {
  scene.simulator.account(key.apiKey).accounts = { 'USDT-FUTURES': list };
};
const poll = () => ringOften(scene.browser, scene.options, 1);
/** Bytes that the background holds, where they are told. */
const heap = async () => (can('heap') ? scene.browser.heap() : 0);
const margin = async () => (await onlyReading(scene.options)).margin['USDT-FUTURES'];

describe('a body that is', () => {
  it.each<[string, Fault]>([
    ['5 MiB long', { kind: 'huge', bytes: 5 * MIB }],
    ['a gzip bomb of 256 MiB', { kind: 'huge', bytes: 256 * MIB, gzip: true }],
    ['2,000,000 deep', { kind: 'deep', depth: 2_000_000 }],
    ['500,000 deep, and short enough to be parsed', { kind: 'deep', depth: 500_000 }],
    ['250,000 deep with numbers that need their digits', { kind: 'answer', status: 200, body: deepNumbers(250_000) }],
    ['a million bytes of rows', { kind: 'answer', status: 200, body: manyRows(45_000) }],
    ['not what the path promises', { kind: 'answer', status: 200, body: '{"code":"00000","data":"rows"}' }],
    ['cut short', { kind: 'answer', status: 200, body: '{"code":"00000","data":[{"marginCoin":"USD' }],
  ])('R1 %s is unreadable, asked once, and the figures stay', async (_, fault) => {
    const before = await heap();
    undo = scene.simulator.fault({}, fault);
    await poll();
    expect(await margin()).toMatchObject({ state: 'stale', failure: { kind: 'unreadable' } });
    expect(asked(scene.simulator)).toEqual(['accounts']);
    expect((await heap()) - before).toBeLessThan(2 * MIB);
    const popup = await scene.browser.open('popup.html');
    await until(async () => (await popup.$('::-p-text(could not be read)')) !== null, { what: 'the popup says so' });
    expect((await readCards(popup)).map(({ figures }) => figures.Available)).toEqual(['77.50']);
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
    await shoot(popup, 'popup-poisoned');
    await popup.close();
  });

  it('R3 is a number exactly, or unknown, and never 0 by mistake', async () => {
    const digits = '12345678901234567890.12345678901234567890';
    const sent = [
      '"1E-8"',
      '1e400',
      '"NaN"',
      '"-0"',
      `"${digits}"`,
      digits,
      '""',
      'null',
      '"111,1"',
      '9007199254740993',
    ];
    const list = sent.map((raw, index) =>
      JSON.stringify(classicRow({ ...quiet, marginCoin: `C${index}`, available: '@' })).replace('"@"', raw),
    );
    undo = scene.simulator.fault({}, { kind: 'answer', status: 200, body: `{"code":"00000","data":[${list}]}` });
    await poll();
    const read = await margin();
    const figures = read?.state === 'fresh' ? read.figures : [];
    const available = figures.map((each) => ('available' in each.figures ? each.figures.available : undefined));
    expect(available).toEqual([
      expect.stringMatching(/^(1[eE]-8|0\.00000001)$/),
      { raw: '1e400' },
      { raw: 'NaN' },
      expect.stringMatching(/^-?0$/),
      digits,
      digits,
      { raw: '' },
      { raw: 'null' },
      { raw: '111,1' },
      '9007199254740993',
    ]);
  });

  it('met no error of ours', () => {
    expect(scene.browser.errors).toEqual([]);
  });
});

function deepNumbers(depth: number): string {
  return `{"code":"00000","requestTime":1,"data":${'[1,'.repeat(depth)}1${']'.repeat(depth)}}`;
}

function manyRows(count: number): string {
  return `{"code":"00000","data":[${Array(count).fill('{"marginCoin":"USDT"}').join(',')}]}`;
}
