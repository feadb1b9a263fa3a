import { describe, expect, it } from 'vitest';
import { account, margin } from '../testing/samples.ts';
import { NOW, watched } from '../testing/watched.ts';
import { cardsOf } from './card.ts';
import { countedOf, totalsOf } from './total.ts';

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

  it('are of a demo only where all is play money', () => {
    expect(totalsOf([], false).demo).toBe(false);
    expect(totalsOf(cards(usdt, play), false).demo).toBe(false);
  });

  it.each([
    ['one lot', '7', '7', false, '10582.902657719473'],
    ['two lots, of two accounts at Bitget', '7', '8', false, '21165.805315438946'],
    ['two lots, where nobody knows', null, null, false, '21165.805315438946'],
    ['one lot, the other being a demo', '7', '7', true, '10582.902657719473'],
  ])('of two keys are %s of money', (_, first, second, demo, sum) => {
    const of = (id: string, uid: string | null, change = {}) => {
      const [card] = cards(usdt);
      if (!card) throw new Error('no card');
      return { ...card, account: account({ id, key: { uid, powers: [], addresses: [] }, ...change }) };
    };
    expect(totalsOf([of('a', first), of('b', second, { demo })], false).usdt.value).toBe(sum);
  });

  it('of a demo beside the same real account are counted by themselves', () => {
    const [card] = cards(usdt);
    if (!card) throw new Error('no card');
    const key = { uid: '7', powers: [], addresses: [] };
    const real = { ...card, empty: true, account: account({ id: 'a', key }) };
    const demo = { ...card, account: account({ id: 'b', key, demo: true }) };
    expect(countedOf([demo, { ...demo, account: account({ id: 'c', key, demo: true }) }])).toEqual([demo]);
    expect(countedOf([{ ...real, empty: false }, demo]).map(({ account: { id } }) => id)).toEqual(['a']);
  });

  it('are not mixed while all are old', () => {
    const [old] = cards(usdt);
    if (!old) throw new Error('no card');
    expect(totalsOf([{ ...old, stale: true }], false).mixed).toBe(false);
  });

  it('tell when ages are mixed', () => {
    const [young] = cards(usdt);
    const [old] = cards(bitcoin);
    if (!young || !old) throw new Error('no cards');
    const both = [young, { ...old, at: NOW - 600_000, stale: true }];
    expect(totalsOf(both, false)).toMatchObject({ mixed: true, oldest: NOW - 600_000 });
  });
});
