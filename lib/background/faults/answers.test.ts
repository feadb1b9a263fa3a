import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { classicRow, type Fault } from '../../../simulator/index.ts';
import { MINUTE } from '../../domain/core/time.ts';
import {
  createKey,
  type SimulatedExchange,
  startSimulatedExchange,
} from '../../testing/simulated-background/simulated-exchange.ts';

const key = createKey('answers');
const QUIET = { isolatedMargin: '0', crossedRiskRate: '0' };
const MIB = 1024 * 1024;
let scene: SimulatedExchange;

beforeEach(async () => {
  const accounts = { 'USDT-FUTURES': [classicRow({ ...QUIET, available: '77.5' })] };
  scene = await startSimulatedExchange([{ ...key, family: 'classic', accounts }]);
  await scene.connect(key);
  await scene.pass(MINUTE);
  scene.exchange.clearLog();
});
afterEach(() => {
  vi.useRealTimers();
});

const answer = (body: string): Fault => ({ kind: 'answer', status: 200, body });
const nestNumbers = (depth: number) =>
  answer(`{"code":"00000","requestTime":1,"data":${'[1,'.repeat(depth)}1${']'.repeat(depth)}}`);
const repeatRow = (count: number) =>
  answer(`{"code":"00000","data":[${Array(count).fill('{"marginCoin":"USDT"}').join(',')}]}`);

describe('a body that is', () => {
  it.each<[string, Fault, string]>([
    ['5 MiB long', { kind: 'huge', bytes: 5 * MIB }, 'length'],
    ['2,000,000 deep', { kind: 'deep', depth: 2_000_000 }, 'length'],
    ['500,000 deep, and short enough to be parsed', { kind: 'deep', depth: 500_000 }, 'body'],
    ['250,000 deep with numbers that need their digits', nestNumbers(250_000), 'body'],
    ['a million bytes of rows', repeatRow(45_000), 'body'],
    ['not what the path promises', answer('{"code":"00000","data":"rows"}'), 'data'],
    ['cut short', answer('{"code":"00000","data":[{"marginCoin":"USD'), 'body'],
    ['a page instead of JSON', { kind: 'html', status: 200 }, 'body'],
  ])('R1%s is unreadable, requested once, and the figures stay', async (_, error, where) => {
    scene.exchange.fault({}, error);
    await scene.ring();
    expect(scene.reading().margin).toMatchObject({
      'USDT-FUTURES': { state: 'stale', failure: { kind: 'unreadable' } },
    });
    expect(scene.listRequests()).toEqual(['accounts']);
    const { notices, cards } = scene.view();
    expect(notices).toEqual([expect.stringMatching(/^Main: Bitget’s response couldn’t be read\./)]);
    expect(notices[0]).toMatch(new RegExp(`Unreadable: ${where}$`));
    expect(cards).toMatchObject([{ available: '77.50' }]);
  });
});

describe('text from a response', () => {
  it("R2 is shortened and sanitized in a card's name, and changes no prototype", async () => {
    const coins = ['<img src=x onerror=alert(1)>', 'X'.repeat(1_000), '\u202eTDSU\u200b', '__proto__', 'constructor'];
    const sent = coins
      .map((marginCoin) => JSON.stringify(classicRow({ ...QUIET, marginCoin, available: '5' })))
      .map((text) => `${text.slice(0, -1)},"__proto__":{"polluted":"1"},"constructor":{"a":"b"}}`);
    scene.exchange.fault({}, answer(`{"code":"00000","__proto__":{"polluted":"1"},"data":[${sent.join(',')}]}`));
    await scene.ring();
    expect(
      scene
        .view()
        .cards.map(({ name }) => name)
        .toSorted(),
    ).toEqual([
      '<img src=x onerror=aler… USDT-M, Main',
      'TDSU USDT-M, Main',
      `${'X'.repeat(23)}… USDT-M, Main`,
      '__proto__ USDT-M, Main',
      'constructor USDT-M, Main',
    ]);
    expect('polluted' in Object.prototype).toBe(false);
    expect(Object.prototype.constructor).toBe(Object);
  });
});

describe('a figure from a response', () => {
  const digits = '12345678901234567890.12345678901234567890';
  it.each<[string, unknown, string]>([
    ['"1E-8"', expect.stringMatching(/^(1[eE]-8|0\.00000001)$/), '0.00'],
    ['1e400', { raw: '1e400' }, '—'],
    ['"NaN"', { raw: 'NaN' }, '—'],
    ['"-0"', expect.stringMatching(/^-?0$/), '0.00'],
    [`"${digits}"`, digits, '12,345,678,901,234,567,890.12'],
    [digits, digits, '12,345,678,901,234,567,890.12'],
    ['""', { raw: '' }, '—'],
    ['null', { raw: 'null' }, '—'],
    ['"111,1"', { raw: '111,1' }, '—'],
    ['9007199254740993', '9007199254740993', '9,007,199,254,740,993.00'],
  ])('R3%s is exact or unknown, never 0 by mistake', async (sent, kept, shown) => {
    const row = JSON.stringify(classicRow({ ...QUIET, available: '@' })).replace('"@"', sent);
    scene.exchange.fault({}, answer(`{"code":"00000","data":[${row}]}`));
    await scene.ring();
    expect(scene.reading().margin).toMatchObject({
      'USDT-FUTURES': { state: 'fresh', figures: [{ figures: { available: kept } }] },
    });
    expect(scene.view().cards).toMatchObject([{ available: shown }]);
  });
});
