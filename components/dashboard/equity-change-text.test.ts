import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../lib/domain/core/time.ts';
import type { EquityChange } from '../../lib/domain/history/equity-change.ts';
import { formatClock } from '../../lib/domain/i18n/format.ts';
import type { Decimal } from '../../lib/domain/money/amount.ts';
import { english } from '../../lib/testing/english-i18n.ts';
import { describeEquityChange } from './equity-change-text.ts';

const NOW = 1_700_000_000_000;
const change = {
  from: '30101.31' as Decimal,
  to: '30642.33' as Decimal,
  value: '541.02' as Decimal,
  since: NOW - DAY,
  isShort: false,
  accounts: [],
  leftOut: [],
} satisfies EquityChange;
const describeIt = (part: Partial<EquityChange> = {}, hidden = false) =>
  describeEquityChange({ ...change, ...part }, hidden, NOW, english);

describe('the change of the total', () => {
  it('is named by its time, and says that deposits count', () => {
    expect(describeIt()).toMatchObject({
      label: '24 h',
      value: { text: '+541.02', tone: 'up' },
      title: 'Deposits and withdrawals included.',
      line: 'Equity over 24 h, from 30,101.31 to 30,642.33 USDT',
    });
  });

  it('names its begin where the history is shorter', () => {
    const since = NOW - 3 * HOUR;
    const time = formatClock(since, english);
    expect(describeIt({ since, isShort: true })).toMatchObject({
      label: `since ${time}`,
      line: `Equity since ${time}, from 30,101.31 to 30,642.33 USDT`,
    });
  });

  it('names the accounts that it leaves out', () => {
    expect(describeIt({ leftOut: ['Grid bots', 'Lina'] }).title).toContain('Grid bots, Lina');
  });

  it('shows neither amounts nor the direction while amounts are hidden', () => {
    expect(describeIt({}, true)).toEqual({
      label: '24 h',
      value: { text: '•••' },
      title: 'Deposits and withdrawals included.',
      line: 'Equity over 24 h',
    });
  });
});
