import { describe, expect, it } from 'vitest';
import { buildAccount, buildMargin, buildUnified } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import type { MarginAccount } from '../margin/margin-account.ts';
import { parseAmount } from '../money/amount.ts';
import { buildCards, type Card } from './card.ts';
import { cardsWithOwnFunds, leavesOutAssets } from './totals.ts';

const [any] = buildCards(buildPortfolio({ 'USDT-FUTURES': [buildMargin({ accountEquity: '1' })] }), NOW);

function card(id: string, margin: MarginAccount, uid: string | null = null, change: Partial<Card> = {}): Card {
  if (!any) throw new Error('no card');
  return { ...any, account: buildAccount({ id, key: { uid, powers: [], addresses: [] } }), margin, ...change };
}
const coin = (name: string) => ({ coin: name, balance: parseAmount('3') }) as never;
const union = (product: 'USDT-FUTURES' | 'USDC-FUTURES', name: string, assets: readonly string[] = []) =>
  buildMargin({ accountEquity: '5' }, { product, coin: name, assetMode: 'union', assets: assets.map(coin) });

describe('a coin of a multi-assets account', () => {
  const main = card('main', union('USDT-FUTURES', 'USDT', ['USDT', 'btc']));

  it('is listed by a row of the same account and product type, in any case', () => {
    expect(leavesOutAssets(main, [main, card('main', union('USDT-FUTURES', 'BTC'))])).toBe(false);
    expect(leavesOutAssets(main, [main])).toBe(true);
  });

  it('is not listed by a row of another account or product type', () => {
    expect(leavesOutAssets(main, [main, card('other', union('USDT-FUTURES', 'BTC'))])).toBe(true);
    expect(leavesOutAssets(main, [main, card('main', union('USDC-FUTURES', 'BTC'))])).toBe(true);
  });
});

describe('money that two keys read', () => {
  const count = (...cards: readonly Card[]) => cardsWithOwnFunds(cards).map(({ account }) => account.id);
  const usdt = buildMargin({ accountEquity: '5' });
  const pool = buildUnified({ accountEquity: '5' });

  it('counts once, where it was read last', () => {
    expect(count(card('a', usdt, '7'), card('b', usdt, '7'))).toEqual(['a']);
    expect(count(card('a', usdt, '7', { at: NOW - 1 }), card('b', usdt, '7'))).toEqual(['b']);
  });

  it('is all that the user has if one of them reads the pool of a unified account', () => {
    expect(count(card('a', pool, '7'), card('b', usdt, '7'))).toEqual(['a']);
    expect(count(card('a', usdt, '7'), card('b', pool, '7', { at: NOW + 1 }))).toEqual(['b']);
  });

  it('is different for two coins, product types or users', () => {
    const usdc = buildMargin({ accountEquity: '5' }, { product: 'USDC-FUTURES', coin: 'USDC' });
    expect(count(card('a', usdt, '7'), card('b', usdc, '7'))).toEqual(['a', 'b']);
    const second = buildMargin({ accountEquity: '5' }, { coin: 'USDC' });
    expect(count(card('a', usdt, '7'), card('b', second, '7'))).toEqual(['a', 'b']);
    expect(count(card('a', usdt, '7'), card('b', usdt, '8'))).toEqual(['a', 'b']);
    expect(count(card('a', usdt), card('b', usdt))).toEqual(['a', 'b']);
  });
});
