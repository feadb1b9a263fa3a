import { describe, expect, it } from 'vitest';
import { buildMargin } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import { parseAmount } from '../money/amount.ts';
import { buildCards, type Portfolio } from '../portfolio/card.ts';
import { formatAccountWorth } from './account-worth.ts';

const format = (portfolio: Portfolio) => formatAccountWorth(buildCards(portfolio, NOW), portfolio, english);

describe('the worth of an account', () => {
  const rows = [buildMargin({ accountEquity: '1000', usdtEquity: '1000' })];
  const whole = buildPortfolio({ 'USDT-FUTURES': rows });

  it('is the equity of all its margin accounts', () => {
    expect(format(whole)).toMatchObject({ text: '1,000.00' });
    expect(format(whole).title).not.toContain('·');
  });

  it('F6 says that a product type was not read', () => {
    const accounts = whole.accounts.map((account) => ({
      ...account,
      products: ['USDT-FUTURES', 'USDC-FUTURES'] as const,
    }));
    expect(format({ ...whole, accounts }).title).toContain(english.t('chip_title_partial'));
  });

  it('F6 says that a product type failed, beside its text', () => {
    const failed = buildPortfolio({ 'USDT-FUTURES': rows, 'USDC-FUTURES': { kind: 'timeout' } });
    expect(format(failed).title).toBe(`1,000 USDT · ${english.t('chip_title_partial')}`);
  });

  it('F6 says that other coins count as margin, unless amounts are hidden', () => {
    const assets = [{ coin: 'BTC', balance: parseAmount('0.1'), available: parseAmount('0.1') }];
    const margin = buildMargin({ accountEquity: '-200', usdtEquity: '-200' }, { assetMode: 'union', assets });
    const partial = buildPortfolio({ 'USDT-FUTURES': [margin] });
    expect(format(partial).title).toContain(english.t('chip_title_partial_assets'));
    const hidden = { ...partial, settings: { ...partial.settings, hideAmounts: true } };
    expect(format(hidden)).toEqual({ text: expect.not.stringMatching(/\d/) });
  });
});
