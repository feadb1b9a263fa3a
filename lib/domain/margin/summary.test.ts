import { describe, expect, it } from 'vitest';
import { buildMargin, buildUnified } from '../../testing/builders.ts';
import { summarize, type Valued, valueInUsdt } from './summary.ts';

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
    expect(summarize(buildMargin(figures))).toEqual({
      available: '1',
      free: '2',
      freeMargin: '2',
      shortfall: '0',
      equity: '3',
      pnl: '-4',
      usdt: '5',
      btc: '6',
    });
  });

  it('is worth in USDT what it is, where it is in USDT', () => {
    const figures = { available: '1', accountEquity: '3', unrealizedPL: '-4', usdtEquity: '5' };
    expect(VALUED.map((name) => valueInUsdt(buildMargin(figures), name))).toEqual(['1', '5', '-4']);
  });

  it('converts by its own two equities', () => {
    const figures = { available: '0.5', unrealizedPL: '-0.01', accountEquity: '2', usdtEquity: '120000' };
    const bitcoin = buildMargin(figures, { coin: 'BTC' });
    expect(VALUED.map((name) => valueInUsdt(bitcoin, name))).toEqual(['30000', '120000', '-600']);
  });

  it.each([
    ['an amount that is not known', { available: '', accountEquity: '2', usdtEquity: '4' }, unknown],
    ['nothing, whatever it is worth', { available: '0.00', accountEquity: '', usdtEquity: '' }, '0'],
    ['an equity of nothing', { available: '1', accountEquity: '0', usdtEquity: '4' }, unknown],
    ['an equity that is not known', { available: '1', accountEquity: '', usdtEquity: '4' }, unknown],
    ['a worth that is not known', { available: '1', accountEquity: '2', usdtEquity: '' }, unknown],
  ])('converts %s', (_, figures, usdt) => {
    expect(valueInUsdt(buildMargin(figures, { coin: 'BTC' }), 'available')).toEqual(usdt);
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
    expect(summarize(buildUnified(figures))).toEqual({
      available: '700.25',
      free: '800.5',
      freeMargin: '700.25',
      shortfall: '0',
      equity: '1000',
      pnl: '7',
      usdt: '2000',
      btc: '0.02',
    });
  });

  it('is worth in USDT what Bitget says, and what is available by its two equities', () => {
    expect(VALUED.map((name) => valueInUsdt(buildUnified(figures), name))).toEqual(['1400.5', '2000', '13.9']);
  });

  it.each([{ effEquity: '' }, { imr: '' }])('does not know what is available with %j', (change) => {
    const pool = buildUnified({ ...figures, ...change });
    expect([summarize(pool).available, valueInUsdt(pool, 'available')]).toEqual([unknown, unknown]);
  });
});

describe('free margin', () => {
  it('is never below zero, and names what is missing', () => {
    const short = buildUnified({ effEquity: '100', imr: '2415.29' });
    expect(summarize(short)).toMatchObject({ freeMargin: '0', shortfall: '2315.29', available: '-2315.29' });
    expect(valueInUsdt(buildUnified({ effEquity: '-1', imr: '0' }), 'freeMargin')).toBe('0');
    expect(summarize(buildMargin({ crossedMaxAvailable: '-0.5' }))).toMatchObject({
      freeMargin: '0',
      shortfall: '0.5',
    });
  });

  it('is what losses on cross positions leave, unlike the balance that Bitget calls available', () => {
    const margin = buildMargin({ available: '9000.31', crossedMaxAvailable: '0' });
    expect(valueInUsdt(margin, 'freeMargin')).toBe('0');
    expect(valueInUsdt(margin, 'available')).toBe('9000.31');
  });

  it('is unknown when a part is', () => {
    expect(summarize(buildUnified({ imr: '' }))).toMatchObject({ freeMargin: unknown, shortfall: unknown });
    expect(summarize(buildMargin({ crossedMaxAvailable: '' })).freeMargin).toEqual({ raw: '' });
  });
});

describe('fields that Bitget leaves blank', () => {
  it('is the sum of the two parts of a PnL, where both are known', () => {
    const parts = { unrealizedPL: '', crossedUnrealizedPL: '23', isolatedUnrealizedPL: '-30.5' };
    expect(summarize(buildMargin(parts)).pnl).toBe('-7.5');
    expect(valueInUsdt(buildMargin(parts), 'pnl')).toBe('-7.5');
    expect(summarize(buildMargin({ ...parts, isolatedUnrealizedPL: '' })).pnl).toEqual({ raw: '' });
    expect(summarize(buildMargin({ ...parts, unrealizedPL: '4' })).pnl).toBe('4');
  });

  it('is the equity itself where the worth in the own coin is wanted', () => {
    const blank = { accountEquity: '12.5', usdtEquity: '', btcEquity: '' };
    expect(summarize(buildMargin(blank))).toMatchObject({ usdt: '12.5', btc: { raw: '' } });
    expect(summarize(buildMargin(blank, { coin: 'BTC' }))).toMatchObject({ usdt: { raw: '' }, btc: '12.5' });
    expect(summarize(buildMargin({ ...blank, usdtEquity: '12.4' })).usdt).toBe('12.4');
  });
});
