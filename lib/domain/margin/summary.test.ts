import { describe, expect, it } from 'vitest';
import { margin, unified } from '../../testing/builders.ts';
import { summaryOf, type Valued, worthOf } from './summary.ts';

const unknown = { raw: null };
const VALUED: readonly Valued[] = ['available', 'equity', 'pnl'];

describe('the summary of a classic margin account', () => {
  it('takes each figure from its own field', () => {
    const figures = {
      available: '1',
      crossedMaxAvailable: '2',
      accountEquity: '3',
      unrealizedPL: '-4',
      usdtEquity: '5',
      btcEquity: '6',
    };
    expect(summaryOf(margin(figures))).toEqual({
      available: '1',
      free: '2',
      equity: '3',
      pnl: '-4',
      usdt: '5',
      btc: '6',
    });
  });

  it('is worth in USDT what it is, where it is in USDT', () => {
    const figures = { available: '1', accountEquity: '3', unrealizedPL: '-4', usdtEquity: '5' };
    expect(VALUED.map((name) => worthOf(margin(figures), name))).toEqual(['1', '5', '-4']);
  });

  it('converts by its own two equities', () => {
    const figures = { available: '0.5', unrealizedPL: '-0.01', accountEquity: '2', usdtEquity: '120000' };
    const bitcoin = margin(figures, { coin: 'BTC' });
    expect(VALUED.map((name) => worthOf(bitcoin, name))).toEqual(['30000', '120000', '-600']);
  });

  it.each([
    ['an amount that is not known', { available: '', accountEquity: '2', usdtEquity: '4' }, unknown],
    ['nothing, whatever it is worth', { available: '0.00', accountEquity: '', usdtEquity: '' }, '0'],
    ['an equity of nothing', { available: '1', accountEquity: '0', usdtEquity: '4' }, unknown],
    ['an equity that is not known', { available: '1', accountEquity: '', usdtEquity: '4' }, unknown],
    ['a worth that is not known', { available: '1', accountEquity: '2', usdtEquity: '' }, unknown],
  ])('converts %s', (_, figures, usdt) => {
    expect(worthOf(margin(figures, { coin: 'BTC' }), 'available')).toEqual(usdt);
  });
});

describe('the summary of a unified account', () => {
  const figures = {
    accountEquity: '1000',
    effEquity: '800.5',
    imr: '100.25',
    usdtEquity: '2000',
    btcEquity: '0.02',
    unrealisedPnl: '7',
    usdtUnrealisedPnl: '13.9',
  };

  it('takes each figure from its own field, and what is available from two', () => {
    expect(summaryOf(unified(figures))).toEqual({
      available: '700.25',
      free: '800.5',
      equity: '1000',
      pnl: '7',
      usdt: '2000',
      btc: '0.02',
    });
  });

  it('is worth in USDT what Bitget says, and what is available by its two equities', () => {
    expect(VALUED.map((name) => worthOf(unified(figures), name))).toEqual(['1400.5', '2000', '13.9']);
  });

  it.each([{ effEquity: '' }, { imr: '' }])('does not know what is available with %j', (change) => {
    const pool = unified({ ...figures, ...change });
    expect([summaryOf(pool).available, worthOf(pool, 'available')]).toEqual([unknown, unknown]);
  });
});

describe('what Bitget leaves blank', () => {
  it('is the sum of the two parts of a PnL, where both are known', () => {
    const parts = { unrealizedPL: '', crossedUnrealizedPL: '23', isolatedUnrealizedPL: '-30.5' };
    expect(summaryOf(margin(parts)).pnl).toBe('-7.5');
    expect(worthOf(margin(parts), 'pnl')).toBe('-7.5');
    expect(summaryOf(margin({ ...parts, isolatedUnrealizedPL: '' })).pnl).toEqual({ raw: '' });
    expect(summaryOf(margin({ ...parts, unrealizedPL: '4' })).pnl).toBe('4');
  });

  it('is the equity itself where the worth in the own coin is wanted', () => {
    const blank = { accountEquity: '12.5', usdtEquity: '', btcEquity: '' };
    expect(summaryOf(margin(blank))).toMatchObject({ usdt: '12.5', btc: { raw: '' } });
    expect(summaryOf(margin(blank, { coin: 'BTC' }))).toMatchObject({ usdt: { raw: '' }, btc: '12.5' });
    expect(summaryOf(margin({ ...blank, usdtEquity: '12.4' })).usdt).toBe('12.4');
  });
});
