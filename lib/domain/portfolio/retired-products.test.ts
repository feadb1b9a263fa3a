import { describe, expect, it } from 'vitest';
import { buildAccount, buildMargin } from '../../testing/builders.ts';
import { buildPortfolio, NOW, type Part } from '../../testing/portfolio.ts';
import type { ProductType } from '../account/product-type.ts';
import { buildBadge } from '../view/badge.ts';
import { buildCards } from './card.ts';
import { collectIssues } from './issues.ts';
import { isGone, listOfferedProducts, listRetiredProducts } from './retired-products.ts';
import { computeTotals } from './totals.ts';

const held = [buildMargin({ accountEquity: '9', usdtEquity: '9', crossedRiskRate: '0.42' })];
const zeros = [buildMargin()];
const retired = { kind: 'retired', code: '40309' } as const;
const goes = (product: ProductType, part: Part) => {
  const portfolio = buildPortfolio({ 'USDT-FUTURES': held, [product]: part });
  return isGone(portfolio.readings, portfolio.accounts[0] ?? buildAccount(), product);
};

describe('a product type', () => {
  it.each<[string, ProductType, Part, boolean]>([
    ['retired and empty', 'COIN-FUTURES', [], true],
    ['retired with rows of zeros', 'SUSDT-FUTURES', zeros, true],
    ['retired with figures', 'COIN-FUTURES', held, false],
    ['retired and refused as removed', 'COIN-FUTURES', retired, true],
    ['retired and refused as wrong', 'COIN-FUTURES', { kind: 'invalid', code: '400172' }, true],
    ['retired and refused by a code of trouble', 'COIN-FUTURES', { kind: 'trouble', code: '40725' }, true],
    ['retired without any response', 'COIN-FUTURES', { kind: 'timeout' }, false],
    ['retired behind a bad gateway', 'COIN-FUTURES', { kind: 'trouble', code: 'HTTP 502' }, false],
    ['offered and empty', 'USDC-FUTURES', [], false],
    ['offered and refused as wrong', 'USDC-FUTURES', { kind: 'invalid', code: '400172' }, false],
    ['refused as removed', 'USDC-FUTURES', retired, true],
    ['retired and refused by a wrong key', 'COIN-FUTURES', { kind: 'refused', code: '40009', cause: 'secret' }, false],
  ])('that is %s', (_, product, part, isSo) => {
    expect(goes(product, part)).toBe(isSo);
  });

  it('that is gone spoils neither badge nor total, and is no issue', () => {
    const portfolio = buildPortfolio({ 'USDT-FUTURES': held, 'USDC-FUTURES': retired });
    expect(buildBadge(portfolio, NOW)).toEqual({ text: '42%', tone: 'safe' });
    expect(computeTotals(buildCards(portfolio, NOW), false).usdt).toMatchObject({ value: '9', complete: true });
    expect(collectIssues(portfolio)).toEqual([]);
  });

  it('that is gone is not offered, unless the account has no other', () => {
    const { readings, accounts } = buildPortfolio({ 'USDT-FUTURES': held, 'COIN-FUTURES': [] });
    const [account = buildAccount()] = accounts;
    expect(listOfferedProducts(readings, account)).toEqual(['USDT-FUTURES']);
    expect(listOfferedProducts(readings, { ...account, products: ['COIN-FUTURES'] })).toEqual(['COIN-FUTURES']);
  });

  it('that is gone is mentioned unless the user keeps it', () => {
    const portfolio = buildPortfolio({ 'USDT-FUTURES': held, 'COIN-FUTURES': [] });
    const [account = buildAccount()] = portfolio.accounts;
    expect(listRetiredProducts(portfolio.readings, [account])).toEqual([{ account, product: 'COIN-FUTURES' }]);
    expect(listRetiredProducts(portfolio.readings, [{ ...account, kept: ['COIN-FUTURES'] }])).toEqual([]);
  });
});
