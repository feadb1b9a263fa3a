import { describe, expect, it } from 'vitest';
import { buildMargin } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import { type Decimal, parseAmount } from '../money/amount.ts';
import { buildCards } from '../portfolio/card.ts';
import type { Condition } from './condition.ts';
import { listUncheckedConditions } from './gap-text.ts';

const condition = (kind: Condition['kind'], account: string | null = null): Condition => ({
  id: kind,
  kind,
  account,
  limit: '500' as Decimal,
  hours: 24,
});
const list = (conditions: readonly Condition[], portfolio: ReturnType<typeof buildPortfolio>, now = NOW) =>
  listUncheckedConditions(conditions, portfolio, buildCards(portfolio, now), english);

describe('the conditions that cannot be checked', () => {
  const assets = [{ coin: 'BTC', balance: parseAmount('0.1'), available: parseAmount('0.1') }];
  const union = buildPortfolio({
    'USDT-FUTURES': [buildMargin({ accountEquity: '-200', usdtEquity: '-200' }, { assetMode: 'union', assets })],
  });
  const [{ id = '' } = {}] = union.accounts;

  it('F6 are named with the reason that they share', () => {
    expect(list([condition('equity_below', id), condition('available_below'), condition('pnl_below')], union)).toEqual([
      {
        reason: 'Can’t be checked: other coins count as margin too, and their value is unknown.',
        conditions: expect.stringMatching(/equity is below 500\.00 USDT.*available is below 500\.00 USDT/),
      },
    ]);
  });

  it('D5 name the coin without a rate, and no amount that is hidden', () => {
    const odd = buildMargin({ accountEquity: '0', available: '4', usdtEquity: '' }, { coin: 'BGB' });
    const portfolio = buildPortfolio({ 'USDT-FUTURES': [odd] });
    const hidden = { ...portfolio, settings: { ...portfolio.settings, hideAmounts: true } };
    const [found, ...others] = list([condition('available_below')], hidden);
    expect(found?.reason).toBe('Can’t be checked: no USDT rate for BGB.');
    expect(found?.conditions).not.toContain('500');
    expect(others).toEqual([]);
  });

  it('are none while figures are known, or missing, which has a notice of its own', () => {
    const known = buildPortfolio({ 'USDT-FUTURES': [buildMargin({ accountEquity: '9', usdtEquity: '9' })] });
    expect(list([condition('equity_below')], known)).toEqual([]);
    expect(list([condition('equity_below')], union, NOW + 3_600_000)).toEqual([]);
  });
});
