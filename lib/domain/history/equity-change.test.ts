import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../core/time.ts';
import type { Decimal } from '../money/amount.ts';
import type { AccountEquity, EquityPart } from './account-equity.ts';
import { compareEquity } from './equity-change.ts';

const NOW = 1_700_000_000_000;
const AGO = NOW - DAY;

type Past = readonly (readonly [at: number, usdt: string | null])[];
const part = (now: string | null, past: Past): EquityPart => ({
  now: now as Decimal | null,
  past: past.map(([at, usdt]) => [at, usdt as Decimal | null]),
});
const account = (label: string, ...parts: readonly EquityPart[]): AccountEquity => ({ label, parts });
const compare = (...accounts: readonly AccountEquity[]) => compareEquity(accounts, NOW);

describe('P13: the change over 24 hours', () => {
  it('is the equity now less that of the sample nearest to 24 hours ago, exactly', () => {
    const past: Past = [
      [AGO - 9 * MINUTE, '1'],
      [AGO + 4 * MINUTE, '30101.310000000001'],
      [AGO + 14 * MINUTE, '2'],
    ];
    expect(compare(account('Main', part('30642.33', past)))).toMatchObject({
      from: '30101.310000000001',
      to: '30642.33',
      value: '541.019999999999',
      since: AGO,
      isShort: false,
      leftOut: [],
    });
  });

  it('takes the nearest sample, whether it is the earlier or the later one', () => {
    const past: Past = [
      [AGO - 4 * MINUTE, '3'],
      [AGO + 9 * MINUTE, '1'],
    ];
    expect(compare(account('Main', part('10', past)))).toMatchObject({ from: '3' });
  });

  it('may be zero or below', () => {
    expect(compare(account('Main', part('5', [[AGO, '5']])))).toMatchObject({ value: '0' });
    expect(compare(account('Main', part('-5', [[AGO, '5']])))).toMatchObject({ value: '-10' });
  });

  it.each([
    ['within ten minutes', 10 * MINUTE, DAY],
    ['before that', 10 * MINUTE + 1, DAY - 10 * MINUTE - 1],
  ])('takes a sample only %s', (_, late, length) => {
    expect(compare(account('Main', part('5', [[AGO + late, '4']])))).toMatchObject({ since: NOW - length });
  });

  it('adds up all accounts and margin accounts', () => {
    const main = account('Main', part('10', [[AGO, '7']]), part('20', [[AGO, '30']]));
    expect(compare(main, account('Bot', part('5', [[AGO, '1']])))).toMatchObject({ from: '38', to: '35', value: '-3' });
  });

  it('leaves an account that was added since out of both sides, and names it', () => {
    const added = account('Bot', part('5000', [[NOW - 2 * HOUR, '5000']]));
    expect(compare(account('Main', part('10', [[AGO, '7']])), added)).toMatchObject({ value: '3', leftOut: ['Bot'] });
  });

  it('leaves out an account with a part that is unknown now or then', () => {
    const main = account('Main', part('10', [[AGO, '7']]));
    expect(compare(main, account('Now', part('1', [[AGO, '1']]), part(null, [[AGO, '9']])))).toMatchObject({
      value: '3',
      leftOut: ['Now'],
    });
    expect(compare(main, account('Then', part('1', [[AGO, null]])))).toMatchObject({ value: '3', leftOut: ['Then'] });
    expect(compare(main, account('Unread', part(null, [])))).toMatchObject({ value: '3', leftOut: ['Unread'] });
    expect(compare(account('Unread', part(null, [])))).toBeNull();
  });

  it('counts a transfer between margin accounts of one account as no change', () => {
    const emptied = part('0', [
      [AGO, '100'],
      [NOW - HOUR, '0'],
    ]);
    const filled = part('100', [
      [AGO, '0'],
      [NOW - HOUR, '100'],
    ]);
    expect(compare(account('Main', emptied, filled))).toMatchObject({ value: '0', leftOut: [] });
  });

  it('takes a margin account that was never used as zero', () => {
    expect(compare(account('Main', part('10', [[AGO, '7']]), part('0', [])))).toMatchObject({ value: '3' });
    expect(compare(account('Main', part('10', [[AGO, '7']]), part(null, [[AGO, '0']])))).toMatchObject({ value: '3' });
  });
});

describe('with a shorter history the change', () => {
  const since = NOW - 3 * HOUR;

  it('is that since the history began', () => {
    const past: Past = [
      [since, '8'],
      [NOW - HOUR, '9'],
    ];
    expect(compare(account('Main', part('10', past)))).toMatchObject({ value: '2', since, isShort: true });
  });

  it('begins when every account is known', () => {
    const [main, bot] = [part('10', [[since - HOUR, '1']]), part('5', [[since, '4']])];
    const later = part('10', [
      [since - HOUR, '1'],
      [since + 5 * MINUTE, '8'],
    ]);
    expect(compare(account('Main', later), account('Bot', bot))).toMatchObject({ value: '3', since });
    expect(compare(account('Main', main), account('Bot', bot))).toMatchObject({ value: '1', leftOut: ['Main'] });
  });

  it('is unknown, never zero, where there is none or less than an hour of it', () => {
    expect(compare()).toBeNull();
    expect(compare(account('Main', part('10', [])))).toBeNull();
    expect(compare(account('Main', part('10', [[NOW - HOUR + 1, '9']])))).toBeNull();
    expect(compare(account('Main', part('10', [[NOW - HOUR, '9']])))).toMatchObject({ value: '1' });
  });

  it('begins with the first sample of the last 24 hours, not an older one', () => {
    const past: Past = [
      [AGO - 2 * HOUR, '1'],
      [since, '8'],
    ];
    expect(compare(account('Main', part('10', past)))).toMatchObject({ value: '2', since, isShort: true });
  });

  it('leaves out a margin account that is not used, and accounts that are unknown now', () => {
    const unused = part('0', []);
    const main = account('Main', part('10', [[since, '8']]), unused);
    expect(compare(main, account('Unread', part(null, [[since + HOUR, '3']])))).toMatchObject({
      value: '2',
      since,
      leftOut: ['Unread'],
    });
    expect(compare(account('Main', unused))).toMatchObject({ value: '0' });
  });
});
