import { describe, expect, it } from 'vitest';
import { account, margin } from '../testing/samples.ts';
import { NOW, watched } from '../testing/watched.ts';
import { cardsOf } from './card.ts';
import { totalsOf } from './total.ts';

const usdt = margin({
  accountEquity: '10582.90265771',
  usdtEquity: '10582.902657719473',
  btcEquity: '0.204885807029',
  unrealizedPL: '23.1',
});
const bitcoin = margin(
  { accountEquity: '0.2', usdtEquity: '10000.0000000005', btcEquity: '0.2', unrealizedPL: '-0.001' },
  { coin: 'BTC', product: 'COIN-FUTURES' },
);
const play = margin(
  { accountEquity: '5', usdtEquity: '5', btcEquity: '1', unrealizedPL: '1' },
  { product: 'SUSDT-FUTURES' },
);
const cards = (...rows: (typeof usdt)[]) => cardsOf(watched({ 'USDT-FUTURES': rows }), NOW);

describe('totals', () => {
  it('add up exactly, PnL of other coins by the rate of their own equity', () => {
    expect(totalsOf(cards(usdt, bitcoin), false)).toEqual({
      usdt: { value: '20582.902657719973', complete: true },
      btc: { value: '0.404885807029', complete: true },
      // 23.1 − 0.001 × 10000.0000000005 ÷ 0.2
      pnl: { value: '-26.9000000000025', complete: true },
      demo: false,
      oldest: NOW,
      mixed: false,
    });
  });

  it('leave out what holds nothing', () => {
    const blank = margin({ unrealizedPL: '', accountEquity: '0' }, { coin: 'XRP' });
    expect(totalsOf(cards(usdt, blank), false).pnl).toEqual({ value: '23.1', complete: true });
  });

  it('tell that a part is missing', () => {
    const unread = margin({ accountEquity: '1', usdtEquity: '', btcEquity: '1', unrealizedPL: '0' });
    expect(totalsOf(cards(usdt, unread), false).usdt).toEqual({ value: '10582.902657719473', complete: false });
    expect(totalsOf(cards(usdt), true).usdt.complete).toBe(false);
    expect(totalsOf(cards(unread), false).usdt).toEqual({ value: null, complete: false });
    expect(totalsOf([], true).usdt).toEqual({ value: null, complete: false });
  });

  it('are zero when everything was read and is empty', () => {
    expect(totalsOf(cards(margin()), false).usdt).toEqual({ value: '0', complete: true });
  });

  it('never count play money with real money', () => {
    expect(totalsOf(cards(usdt, play), false).btc.value).toBe('0.204885807029');
    expect(totalsOf(cards(play), false)).toMatchObject({ demo: true, usdt: { value: '5' } });
    const demo = cardsOf(watched({ 'USDT-FUTURES': [usdt] }, NOW, { accounts: [account({ demo: true })] }), NOW);
    expect(totalsOf(demo, false).demo).toBe(true);
  });

  it('tell when ages are mixed', () => {
    const [young] = cards(usdt);
    const [old] = cards(bitcoin);
    if (!young || !old) throw new Error('no cards');
    const both = [young, { ...old, at: NOW - 600_000, stale: true }];
    expect(totalsOf(both, false)).toMatchObject({ mixed: true, oldest: NOW - 600_000 });
  });
});
