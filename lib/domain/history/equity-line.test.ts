import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../core/time.ts';
import type { Decimal } from '../money/amount.ts';
import type { AccountEquity, EquityPart } from './account-equity.ts';
import { buildEquityDay } from './equity-day.ts';
import { buildEquityLine } from './equity-line.ts';

const NOW = 1_700_000_000_000;
const REACH = 20 * MINUTE;

/** One value for each ten minutes, from 24 hours ago; null where there is no sample. */
const part = (value: (minute: number) => number | null, now: string | null): EquityPart => ({
  past: Array.from({ length: 144 }, (_, index) => [NOW - DAY + index * 10 * MINUTE, value(index * 10)] as const)
    .filter(([, each]) => each !== null)
    .map(([at, each]) => [at, String(each) as Decimal]),
  now: now as Decimal | null,
});
const account = (...parts: readonly EquityPart[]): AccountEquity => ({ label: 'Main', parts });
const line = (...parts: readonly EquityPart[]) => buildEquityLine([account(...parts)], NOW - DAY, NOW, REACH);

describe('the line of the equity', () => {
  it('has a value for each ten minutes of a day, and the equity now', () => {
    const values = line(part((minute) => minute, '7'));
    expect(values).toHaveLength(145);
    expect([values[0], values[1], values[143], values[144]]).toEqual([0, 10, 1430, 7]);
  });

  it('adds up all margin accounts', () => {
    const values = line(
      part(() => 5, '5'),
      part(() => 0.5, '0.25'),
    );
    expect([values[0], values[144]]).toEqual([5.5, 5.25]);
  });

  it('has gaps where one of them has no sample for longer than the reach', () => {
    const values = line(
      part(() => 5, '5'),
      part((minute) => (minute > 60 && minute < 180 ? null : 1), '1'),
    );
    expect(values.slice(6, 19)).toEqual([6, 6, 6, null, null, null, null, null, null, null, null, null, 6]);
  });

  it('begins with the history', () => {
    const since = NOW - 2 * HOUR;
    const values = buildEquityLine([account(part((minute) => (minute < 1320 ? null : 3), '3'))], since, NOW, REACH);
    expect(values.filter((value) => value !== null)).toHaveLength(13);
    expect(values[131]).toBeNull();
    expect(values[132]).toBe(3);
  });

  it('begins no earlier than the comparison, though there are samples', () => {
    const values = buildEquityLine([account(part(() => 3, '3'))], NOW - 2 * HOUR, NOW, REACH);
    expect(values.filter((value) => value === null)).toHaveLength(132);
    expect([values[131], values[132]]).toEqual([null, 3]);
  });

  it('ends with zero where a margin account was emptied and is no longer listed', () => {
    expect(line(part((minute) => (minute < 600 ? 9 : 0), null))[144]).toBe(0);
    expect(line(part((minute) => (minute < 600 ? 0 : 9), null))[144]).toBeNull();
  });

  it('counts what was emptied, or never used, as zero', () => {
    const emptied = part((minute) => (minute < 600 ? 9 : minute === 600 ? 0 : null), '0');
    const values = line(
      emptied,
      part(() => null, '0'),
      part(() => 1, '1'),
    );
    expect([values[59], values[60], values[100], values[144]]).toEqual([10, 1, 1, 1]);
  });

  it('is interrupted where the equity is unknown', () => {
    expect(line(part(() => 1, null)).at(-1)).toBeNull();
    expect(line(part(() => 0, null)).at(-1)).toBe(0);
    const unknown: EquityPart = { past: [[NOW - DAY, null]], now: '1' as Decimal };
    expect(line(unknown)[0]).toBeNull();
  });
});

it('the day shows only the accounts that its change compares', () => {
  const added = { ...account(part((minute) => (minute < 1000 ? null : 50), '50')), label: 'Bot' };
  const day = buildEquityDay([account(part(() => 2, '3')), added], NOW, REACH);
  expect(day?.change).toMatchObject({ from: '2', to: '3', leftOut: ['Bot'] });
  expect([day?.values[0], day?.values.at(-1)]).toEqual([2, 3]);
  expect(buildEquityDay([], NOW, REACH)).toBeNull();
});

it('the equity now of a margin account that is gone is zero if its last sample was, and otherwise unknown', () => {
  const at = (...usdt: readonly string[]): EquityPart => ({
    past: usdt.map((each, index) => [NOW - (usdt.length - index) * MINUTE, each as Decimal]),
    now: null,
  });
  const other = part(() => 5, '5');
  expect(line(other, at('3', '0')).at(-1)).toBe(5);
  expect(line(other, at('0', '3')).at(-1)).toBeNull();
  expect(line(other, at()).at(-1)).toBeNull();
  const held: EquityPart = { ...at('0'), now: '2' as Decimal };
  expect(line(other, held).at(-1)).toBe(7);
});
