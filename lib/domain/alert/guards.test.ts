import { describe, expect, it } from 'vitest';
import { isAlertLog } from './alert-log.ts';
import { INACTIVE } from './alert-state.ts';
import { isSnooze } from './snooze.ts';
import { areAlertStates } from './update-alert-states.ts';

/** Returns a copy with one field, given by its path, changed; undefined removes it. */
function changed(value: object, path: string, to: unknown): unknown {
  const copy = structuredClone(value);
  const names = path.split('.');
  const last = names.pop() ?? '';
  const owner = names.reduce<Record<string, unknown>>((at, name) => at[name] as Record<string, unknown>, copy as never);
  owner[last] = to;
  return JSON.parse(JSON.stringify(copy));
}

const recovering = {
  ...INACTIVE,
  level: 'danger',
  recovering: { since: 5, level: 'warning' },
  lastNotified: { level: 'danger', at: 4 },
};
const alertStates = { states: { a: INACTIVE, b: recovering }, peaks: { c: [{ at: 1, equity: '5' }] }, refusedAt: 7 };

describe('stored alert states', () => {
  it.each(['safe', 'caution', 'warning', 'danger'])('accept level %s', (level) => {
    expect(areAlertStates(changed(alertStates, 'states.b.level', level))).toBe(true);
  });

  it.each([
    ['refusedAt', null],
    ['states', {}],
    ['peaks', {}],
    ['peaks.c', []],
    ['states.b.distance', '0.015'],
    ['states.b.distance', null],
    ['states.b.seen', { at: 5, distance: '0.015' }],
    ['states.b.seen', { at: 5, distance: null }],
  ])('accept %s %j', (path, to) => {
    expect(areAlertStates(changed(alertStates, path, to))).toBe(true);
  });

  it.each([
    ['states', undefined],
    ['states.b', null],
    ['states.b.level', 'unknown'],
    ['states.b.since', '0'],
    ['states.b.previousLevel', ''],
    ['states.b.lastSample', 'calm'],
    ['states.b.at', undefined],
    ['states.b.recovering', undefined],
    ['states.b.recovering.since', '5'],
    ['states.b.recovering.level', 'unknown'],
    ['states.b.lastNotified', null],
    ['states.b.lastNotified.level', 'unknown'],
    ['states.b.lastNotified.at', '4'],
    ['peaks', undefined],
    ['peaks.c', {}],
    ['peaks.c.0.equity', 5],
    ['refusedAt', undefined],
    ['refusedAt', '7'],
    ['states.b.distance', 'near'],
    ['states.b.distance', 0.015],
    ['states.b.seen', { at: 5 }],
    ['states.b.seen', { at: 5, distance: '1e-2' }],
  ])('reject %s %j', (path, to) => {
    expect(areAlertStates(changed(alertStates, path, to))).toBe(false);
  });
});

const driver = { symbol: 'B', side: 'long', mode: 'isolated', leverage: '10', mark: '5', liquidation: { raw: 'x' } };
const rate = '0.95';
const details = { rule: 'risk', label: 'Main', product: 'USDT-FUTURES', coin: 'USDT', rate, complete: true, driver };
const notice = {
  key: 'k',
  due: 'raised',
  level: 'danger',
  previousLevel: 'safe',
  at: 1,
  account: 'main',
  details,
};
const condition = { rule: 'condition', label: 'Main', kind: 'pnl_below', limit: '-5', hours: 1, value: '-6' };
const log = (logged: object = notice) => [{ at: 1, status: 'delivered', notice: logged }];

describe('a stored log', () => {
  it.each([
    ['0.status', 'blocked'],
    ['0.status', 'snoozed'],
    ['0.notice.due', 'repeated'],
    ['0.notice.due', 'resolved'],
    ['0.notice.level', 'caution'],
    ['0.notice.previousLevel', 'warning'],
    ['0.notice.account', null],
    ['0.notice.details.product', 'UNIFIED'],
    ['0.notice.details.product', 'SCOIN-FUTURES'],
    ['0.notice.details.rate', null],
    ['0.notice.details.driver', null],
    ['0.notice.details.driver.side', 'short'],
    ['0.notice.details.driver.side', 'unknown'],
    ['0.notice.details.driver.mode', 'crossed'],
    ['0.notice.details.driver.mode', 'unknown'],
    ['0.notice.details.driver.leverage', { raw: null }],
  ])('accepts %s %j', (path, to) => {
    expect(isAlertLog(changed(log(), path, to))).toBe(true);
  });

  it.each([
    ['0.at', '1'],
    ['0.status', 'lost'],
    ['0.notice', null],
    ['0.notice.key', 7],
    ['0.notice.due', 'fall'],
    ['0.notice.level', 'unknown'],
    ['0.notice.previousLevel', 'unknown'],
    ['0.notice.at', null],
    ['0.notice.account', undefined],
    ['0.notice.details', null],
    ['0.notice.details.rule', 'gossip'],
    ['0.notice.details.label', null],
    ['0.notice.details.product', 'OPTIONS'],
    ['0.notice.details.coin', 7],
    ['0.notice.details.rate', 0.95],
    ['0.notice.details.rate', 'much'],
    ['0.notice.details.complete', 'yes'],
    ['0.notice.details.driver', undefined],
    ['0.notice.details.driver.symbol', null],
    ['0.notice.details.driver.side', 'up'],
    ['0.notice.details.driver.mode', 'cross'],
    ['0.notice.details.driver.leverage', 10],
    ['0.notice.details.driver.mark', null],
    ['0.notice.details.driver.liquidation', { raw: 7 }],
  ])('rejects %s %j', (path, to) => {
    expect(isAlertLog(changed(log(), path, to))).toBe(false);
  });

  it.each([
    { rule: 'lost', label: 'Main' },
    { rule: 'locked' },
    condition,
    { ...condition, label: null, value: null },
    { ...condition, kind: 'equity_fall' },
  ])('accepts details %j', (other) => {
    expect(isAlertLog(log({ ...notice, details: other }))).toBe(true);
  });

  it.each([
    { rule: 'lost' },
    { rule: 'lost', label: null },
    { ...condition, label: undefined },
    { ...condition, kind: 'risk_above' },
    { ...condition, limit: -5 },
    { ...condition, hours: '1' },
    { ...condition, value: 'much' },
  ])('rejects details %j', (other) => {
    expect(isAlertLog(log({ ...notice, details: other }))).toBe(false);
  });
});

it.each([
  [{ all: 0, accounts: {} }, true],
  [{ all: 5, accounts: { main: 7 } }, true],
  [{ all: '5', accounts: {} }, false],
  [{ all: 5 }, false],
  [{ all: 5, accounts: { main: null } }, false],
  [{ all: 5, accounts: [7] }, false],
])('%j is a stored snooze: %s', (value, is) => {
  expect(isSnooze(value)).toBe(is);
});
