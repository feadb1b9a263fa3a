import { describe, expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import type { UnifiedAsset } from '../margin/margin-account.ts';
import { parseAmount } from '../money/amount.ts';
import { coinShares, formatCoin, selectCoins } from './coin-rows.ts';

type Texts = { readonly usdValue?: string; readonly debt?: string; readonly equity?: string };

const asset = (coin: string, { usdValue, debt = '0', equity = '1' }: Texts): UnifiedAsset => ({
  coin,
  equity: parseAmount(equity),
  usdValue: parseAmount(usdValue),
  debt: parseAmount(debt),
  available: parseAmount('1.5'),
  locked: parseAmount('0'),
  balance: parseAmount('1'),
});
const select = (assets: readonly UnifiedAsset[]) => {
  const { shown, folded } = selectCoins(assets);
  return [shown, folded].map((list) => list.map(({ coin }) => coin).join(' '));
};

describe('the coins of a unified account', () => {
  it('come largest first, four at once', () => {
    const assets = ['1', '30', '2', '500', '4', '60'].map((usdValue) => asset(usdValue, { usdValue }));
    expect(select(assets)).toEqual(['500 60 30 4', '2 1']);
  });

  it('are folded below one dollar, on either side of zero', () => {
    const assets = [asset('A', { usdValue: '0.99' }), asset('B', { usdValue: '1' }), asset('C', { usdValue: '-0.5' })];
    expect(select(assets)).toEqual(['B', 'A C']);
  });

  it('show a debt before larger coins, whatever its worth', () => {
    const large = ['9', '8', '7', '6'].map((usdValue) => asset(usdValue, { usdValue }));
    expect(select([...large, asset('tiny', { usdValue: '-0.01', debt: '2' })])).toEqual(['9 8 7 tiny', '6']);
    expect(select([...large, asset('unvalued', { debt: '2' })])).toEqual(['9 8 7 unvalued', '6']);
    expect(select([...large, asset('negative', { usdValue: '-5', equity: '-3' })])).toEqual(['9 8 7 negative', '6']);
    expect(select([...large, asset('unreadable', { usdValue: '3', debt: '1,5' })])).toEqual(['9 8 7 unreadable', '6']);
  });

  it('are never dust without a known value', () => {
    expect(select([asset('A', {}), asset('B', { usdValue: '5' })])).toEqual(['B A', '']);
  });

  it('show a dash for what is unknown, and nothing of what is hidden', () => {
    expect(formatCoin(asset('A', {}), false, english)).toMatchObject({ usdValue: { text: '—' }, isDebt: false });
    const { available, equity, usdValue } = formatCoin(asset('A', { usdValue: '7' }), true, english);
    expect([available, equity, usdValue]).toEqual([{ text: '•••' }, { text: '•••' }, { text: '•••' }]);
  });

  it('show a value in dollars with two decimals, and an amount with six', () => {
    const { available, usdValue } = formatCoin(asset('BTC', { usdValue: '60123.456' }), false, english);
    expect([available.text, usdValue.text]).toEqual(['1.500000', '60,123.45']);
  });
});

describe('the shares of coins', () => {
  it('add up to the whole of what is above zero', () => {
    const assets = [asset('A', { usdValue: '75' }), asset('B', { usdValue: '25' }), asset('C', { usdValue: '-40' })];
    expect(coinShares(assets)).toEqual([75, 25, 0]);
  });

  it('are none when a value is unknown or there is no value', () => {
    expect(coinShares([asset('A', { usdValue: '75' }), asset('B', {})])).toEqual([]);
    expect(coinShares([asset('A', { usdValue: '0' })])).toEqual([]);
  });
});
