import { describe, expect, it } from 'vitest';
import { isAlertLog } from './alert-log.ts';
import { INACTIVE } from './alert-state.ts';
import { isSnooze } from './snooze.ts';
import { areAlertStates } from './update-alert-states.ts';

/** The value with one field, named by its way, changed; left out where `to` is undefined. */
function changed(value: object, way: string, to: unknown): unknown {
  const copy = structuredClone(value);
  const names = way.split('.');
  const last = names.pop() ?? '';
  const owner = names.reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, copy as never);
  owner[last] = to;
  return JSON.parse(JSON.stringify(copy));
}

const cooling = {
  ...INACTIVE,
  level: 'danger',
  cooling: { since: 5, level: 'warning' },
  told: { level: 'danger', at: 4 },
};
const alertStates = { states: { a: INACTIVE, b: cooling }, peaks: { c: [{ at: 1, equity: '5' }] }, refusedAt: 7 };

describe('a stored book', () => {
  it.each(['safe', 'caution', 'warning', 'danger'])('may have alarms at %s', (level) => {
    expect(areAlertStates(changed(alertStates, 'alarms.b.level', level))).toBe(true);
  });

  it.each([
    ['refusedAt', null],
    ['states', {}],
    ['peaks', {}],
    ['peaks.c', []],
  ])('is one with %s %j', (way, to) => {
    expect(areAlertStates(changed(alertStates, way, to))).toBe(true);
  });

  it.each([
    ['states', undefined],
    ['alarms.b', null],
    ['alarms.b.level', 'unknown'],
    ['alarms.b.since', '0'],
    ['alarms.b.was', ''],
    ['alarms.b.last', 'calm'],
    ['alarms.b.at', undefined],
    ['alarms.b.cooling', undefined],
    ['alarms.b.cooling.since', '5'],
    ['alarms.b.cooling.level', 'unknown'],
    ['alarms.b.told', null],
    ['alarms.b.told.level', 'unknown'],
    ['alarms.b.told.at', '4'],
    ['peaks', undefined],
    ['peaks.c', {}],
    ['peaks.c.0.equity', 5],
    ['refusedAt', undefined],
    ['refusedAt', '7'],
  ])('is none with %s %j', (way, to) => {
    expect(areAlertStates(changed(alertStates, way, to))).toBe(false);
  });
});

const driver = { symbol: 'B', side: 'long', mode: 'isolated', leverage: '10', mark: '5', liquidation: { raw: 'x' } };
const rate = '0.95';
const about = { rule: 'risk', label: 'Main', product: 'USDT-FUTURES', coin: 'USDT', rate, complete: true, driver };
const news = { key: 'k', due: 'rise', level: 'danger', was: 'safe', at: 1, account: 'main', about };
const condition = { rule: 'condition', label: 'Main', kind: 'pnl_below', limit: '-5', hours: 1, value: '-6' };
const log = (told: object = news) => [{ at: 1, fate: 'told', news: told }];

describe('a stored log', () => {
  it.each([
    ['0.fate', 'refused'],
    ['0.fate', 'silenced'],
    ['0.news.due', 'repeat'],
    ['0.news.due', 'recovery'],
    ['0.news.level', 'caution'],
    ['0.news.was', 'warning'],
    ['0.news.account', null],
    ['0.news.about.product', 'UNIFIED'],
    ['0.news.about.product', 'SCOIN-FUTURES'],
    ['0.news.about.rate', null],
    ['0.news.about.driver', null],
    ['0.news.about.driver.side', 'short'],
    ['0.news.about.driver.side', 'unknown'],
    ['0.news.about.driver.mode', 'crossed'],
    ['0.news.about.driver.mode', 'unknown'],
    ['0.news.about.driver.leverage', { raw: null }],
  ])('is one with %s %j', (way, to) => {
    expect(isAlertLog(changed(log(), way, to))).toBe(true);
  });

  it.each([
    ['0.at', '1'],
    ['0.fate', 'lost'],
    ['0.news', null],
    ['0.news.key', 7],
    ['0.news.due', 'fall'],
    ['0.news.level', 'unknown'],
    ['0.news.was', 'unknown'],
    ['0.news.at', null],
    ['0.news.account', undefined],
    ['0.news.about', null],
    ['0.news.about.rule', 'gossip'],
    ['0.news.about.label', null],
    ['0.news.about.product', 'OPTIONS'],
    ['0.news.about.coin', 7],
    ['0.news.about.rate', 0.95],
    ['0.news.about.rate', 'much'],
    ['0.news.about.complete', 'yes'],
    ['0.news.about.driver', undefined],
    ['0.news.about.driver.symbol', null],
    ['0.news.about.driver.side', 'up'],
    ['0.news.about.driver.mode', 'cross'],
    ['0.news.about.driver.leverage', 10],
    ['0.news.about.driver.mark', null],
    ['0.news.about.driver.liquidation', { raw: 7 }],
  ])('is none with %s %j', (way, to) => {
    expect(isAlertLog(changed(log(), way, to))).toBe(false);
  });

  it.each([
    { rule: 'lost', label: 'Main' },
    { rule: 'locked' },
    condition,
    { ...condition, label: null, value: null },
    { ...condition, kind: 'equity_fall' },
  ])('may be about %j', (other) => {
    expect(isAlertLog(log({ ...news, about: other }))).toBe(true);
  });

  it.each([
    { rule: 'lost' },
    { rule: 'lost', label: null },
    { ...condition, label: undefined },
    { ...condition, kind: 'risk_above' },
    { ...condition, limit: -5 },
    { ...condition, hours: '1' },
    { ...condition, value: 'much' },
  ])('cannot be about %j', (other) => {
    expect(isAlertLog(log({ ...news, about: other }))).toBe(false);
  });
});

it.each([
  [{ all: 0, accounts: {} }, true],
  [{ all: 5, accounts: { main: 7 } }, true],
  [{ all: '5', accounts: {} }, false],
  [{ all: 5 }, false],
  [{ all: 5, accounts: { main: null } }, false],
  [{ all: 5, accounts: [7] }, false],
])('%j is a stored silence: %s', (value, is) => {
  expect(isSnooze(value)).toBe(is);
});
