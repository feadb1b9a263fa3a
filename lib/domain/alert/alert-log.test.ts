import { describe, expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import { formatAlertLogCsv } from '../export/alert-log-csv.ts';
import { formatCsv } from '../export/csv.ts';
import type { Decimal } from '../money/amount.ts';
import { type AlertLogEntry, appendToLog, isAlertLog, MAX_LOG_ENTRIES, removeFromLog } from './alert-log.ts';
import type { AlertNotice } from './notices.ts';

const NOW = Date.UTC(2026, 5, 10, 12);
const notice = (change: Partial<AlertNotice> = {}): AlertNotice => ({
  key: 'risk/main/USDT-FUTURES/USDT',
  due: 'raised',
  level: 'danger',
  previousLevel: 'safe',
  at: NOW - 5_000,
  account: 'main',
  details: {
    rule: 'risk',
    label: 'Main',
    product: 'USDT-FUTURES',
    coin: 'USDT',
    rate: '0.95' as Decimal,
    complete: true,
    driver: null,
  },
  ...change,
});

describe('the log', () => {
  it('lists the newest first, and at most 200', () => {
    const log = Array.from({ length: 250 }, (_, index) => index).reduce<readonly AlertLogEntry[]>(
      (entries, index) => appendToLog(entries, [notice({ key: `k${index}` })], 'delivered', NOW + index),
      [],
    );
    expect(log).toHaveLength(MAX_LOG_ENTRIES);
    expect(log[0]?.at).toBe(NOW + 249);
    expect(isAlertLog(JSON.parse(JSON.stringify(log)))).toBe(true);
  });

  it('keeps a repeatedly rejected alert as one entry, until it is shown', () => {
    const first = appendToLog([], [notice()], 'blocked', NOW);
    expect(appendToLog(first, [notice()], 'blocked', NOW + 60_000)).toBe(first);
    expect(appendToLog(first, [notice()], 'delivered', NOW + 120_000)).toEqual([
      { at: NOW + 120_000, status: 'delivered', notice: notice() },
    ]);
    const snoozed = appendToLog([], [notice({ level: 'warning' })], 'snoozed', NOW);
    expect(appendToLog(snoozed, [notice()], 'delivered', NOW + 1)).toHaveLength(2);
  });

  it('distinguishes subjects and keeps the other entries', () => {
    const other = notice({ key: 'lost/main' });
    const both = appendToLog(appendToLog([], [notice()], 'blocked', NOW), [other], 'blocked', NOW + 1);
    expect(appendToLog(both, [notice()], 'blocked', NOW + 2)).toBe(both);
    expect(appendToLog(both, [notice()], 'delivered', NOW + 2)).toEqual([
      { at: NOW + 2, status: 'delivered', notice: notice() },
      { at: NOW + 1, status: 'blocked', notice: other },
    ]);
  });

  it('adds an alert that is shown again or has changed', () => {
    expect(appendToLog(appendToLog([], [notice()], 'delivered', NOW), [notice()], 'delivered', NOW + 1)).toHaveLength(
      2,
    );
    expect(
      appendToLog(appendToLog([], [notice()], 'blocked', NOW), [notice({ due: 'repeated' })], 'blocked', NOW + 1),
    ).toHaveLength(2);
  });

  it('adds a repeat as a separate entry', () => {
    expect(
      appendToLog(appendToLog([], [notice()], 'delivered', NOW), [notice({ due: 'repeated' })], 'delivered', NOW + 1),
    ).toHaveLength(2);
  });

  it('removes an account', () => {
    const log = appendToLog([], [notice(), notice({ key: 'b', account: 'sub' })], 'delivered', NOW);
    expect(removeFromLog(log, 'main').map(({ notice: { account } }) => account)).toEqual(['sub']);
  });

  it('is exported as it reads', () => {
    const log = appendToLog([], [notice()], 'delivered', NOW);
    expect(formatAlertLogCsv(log, false, english)).toBe(
      '"When","Status","Alert",\r\n"2026-06-10T12:00:00.000Z","shown","Danger: USDT USDT-M, Main at 95.0%",\r\n',
    );
  });

  it.each([
    [[{ at: 1, status: 'delivered' }]],
    [{}],
    [[{ at: 1, status: 'lost', notice: notice() }]],
    [[{ at: '1', status: 'delivered', notice: notice() }]],
  ])('is none: %j', (value) => expect(isAlertLog(value)).toBe(false));
});

describe('CSV', () => {
  it.each([
    [['a', 'b'], '"a","b"\r\n'],
    [['a,b', 'say "no"', 'two\nlines'], '"a,b","say ""no""","two\nlines"\r\n'],
    [['=1+1', '@x', '+y', '-z'], `"'=1+1","'@x","'+y","'-z"\r\n`],
    [['x;=1+1', 'x,@y', 'x|+y', 'x\t-y', 'x\n=y'], `"x;'=1+1","x,'@y","x|'+y","x\t'-y","x\n'=y"\r\n`],
    [['＝1+1', '＋1', '－1', '＠x', 'x; ＝1'], `"'＝1+1","'＋1","'－1","'＠x","x; '＝1"\r\n`],
    [[' =1+1', 'x;;=1'], `" '=1+1","x;;'=1"\r\n`],
    [['-12.5', '0.000001', ''], '-12.5,0.000001,\r\n'],
    [['-12', '-1.5x', '\tx', '\rx', 'a-b', '1=1'], `-12,"'-1.5x","'\tx","'\rx","a-b","1=1"\r\n`],
  ])('of %j', (row, text) => {
    expect(formatCsv([row])).toBe(text);
  });
});
