import { describe, expect, it } from 'vitest';
import { buildAccount, buildMargin, buildUnified } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import type { ClassicMargin, MarginAccount } from '../margin/margin-account.ts';
import { parseAmount } from '../money/amount.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { buildBadge } from '../view/badge.ts';
import { buildCards } from './card.ts';
import { cardsInTotals, computeTotals } from './totals.ts';

const usdt = buildMargin({
  accountEquity: '10582.90265771',
  usdtEquity: '10582.902657719473',
  btcEquity: '0.204885807029',
  unrealizedPL: '23.1',
});
const bitcoin = buildMargin(
  { accountEquity: '0.2', usdtEquity: '10000.0000000005', btcEquity: '0.2', unrealizedPL: '-0.001' },
  { coin: 'BTC', product: 'COIN-FUTURES' },
);
const play = buildMargin(
  { accountEquity: '5', usdtEquity: '5', btcEquity: '1', unrealizedPL: '1' },
  { product: 'SUSDT-FUTURES' },
);
const cards = (...rows: (typeof usdt)[]) => buildCards(buildPortfolio({ 'USDT-FUTURES': rows }), NOW);

describe('totals', () => {
  it('add up exactly, PnL of other coins by the rate of their own equity', () => {
    expect(computeTotals(cards(usdt, bitcoin), false)).toEqual({
      usdt: { value: '20582.902657719973', complete: true, gap: null },
      btc: { value: '0.404885807029', complete: true, gap: null },
      // 23.1 − 0.001 × 10000.0000000005 ÷ 0.2
      pnl: { value: '-26.9000000000025', complete: true, gap: null },
      demo: false,
      oldest: NOW,
      mixed: false,
    });
  });

  it('leave out empty margin accounts', () => {
    const blank = buildMargin({ unrealizedPL: '', accountEquity: '0' }, { coin: 'XRP' });
    expect(computeTotals(cards(usdt, blank), false).pnl).toEqual({ value: '23.1', complete: true, gap: null });
  });

  it('report a missing part', () => {
    const unread = buildMargin({ accountEquity: '1,1', usdtEquity: '', btcEquity: '1', unrealizedPL: '0' });
    expect(computeTotals(cards(usdt, unread), false).usdt).toEqual({
      value: '10582.902657719473',
      complete: false,
      gap: 'unread',
    });
    expect(computeTotals(cards(usdt), true).usdt.complete).toBe(false);
    expect(computeTotals(cards(unread), false).usdt).toEqual({ value: null, complete: false, gap: 'unread' });
    expect(computeTotals([], true).usdt).toEqual({ value: null, complete: false, gap: 'unread' });
  });

  it('are zero when everything was read and is empty', () => {
    expect(computeTotals(cards(buildMargin()), false).usdt).toEqual({ value: '0', complete: true, gap: null });
  });

  it('never mix demo money with real money', () => {
    expect(computeTotals(cards(usdt, play), false).btc.value).toBe('0.204885807029');
    expect(computeTotals(cards(play), false)).toMatchObject({ demo: true, usdt: { value: '5' } });
    const demo = buildCards(
      buildPortfolio({ 'USDT-FUTURES': [usdt] }, NOW, { accounts: [buildAccount({ demo: true })] }),
      NOW,
    );
    expect(computeTotals(demo, false).demo).toBe(true);
  });

  it('are demo totals only when all money is demo money', () => {
    expect(computeTotals([], false).demo).toBe(false);
    expect(computeTotals(cards(usdt, play), false).demo).toBe(false);
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
      return { ...card, account: buildAccount({ id, key: { uid, powers: [], addresses: [] }, ...change }) };
    };
    expect(computeTotals([of('a', first), of('b', second, { demo })], false).usdt.value).toBe(sum);
  });

  const keyed = (id: string, at: number, rows: readonly MarginAccount[]) =>
    buildCards(buildPortfolio({ 'USDT-FUTURES': rows as ClassicMargin[] }, at), NOW).map((card) => ({
      ...card,
      account: buildAccount({ id, key: { uid: '7', powers: [], addresses: [] } }),
    }));
  const worth = (usdtEquity: string, change: Parameters<typeof buildMargin>[1] = {}) =>
    buildMargin({ accountEquity: usdtEquity, usdtEquity, btcEquity: '0' }, change);
  const btc = worth('50000', { product: 'COIN-FUTURES', coin: 'BTC' });

  it('count two keys of one account with different product types', () => {
    const [first, second] = [keyed('a', NOW, [worth('1000')]), keyed('b', NOW, [btc])];
    for (const order of [
      [...first, ...second],
      [...second, ...first],
    ])
      expect(computeTotals(order, false).usdt).toEqual({ value: '51000', complete: true, gap: null });
  });

  it('count money that two keys read once, by the newer reading of each coin', () => {
    const older = keyed('a', NOW - 1, [worth('1000'), btc]);
    const fresher = keyed('b', NOW, [worth('1200')]);
    for (const order of [
      [...older, ...fresher],
      [...fresher, ...older],
    ])
      expect(computeTotals(order, false).usdt.value).toBe('51200');
    const emptied = keyed('b', NOW, [worth('0')]);
    expect(computeTotals([...older, ...emptied], false).usdt.value).toBe('50000');
  });

  it('count both coins of a product type of which each key reads one', () => {
    const dollars = keyed('a', NOW - 1, [worth('1000')]);
    const usdc = keyed('b', NOW, [worth('300', { coin: 'USDC' })]);
    expect(computeTotals([...dollars, ...usdc], false).usdt.value).toBe('1300');
  });

  it('never count a unified pool beside its former classic accounts', () => {
    const pool = buildUnified({ accountEquity: '70', usdtEquity: '70' });
    const [unifiedNow] = keyed('b', NOW, [worth('70')]).map((card) => ({ ...card, margin: pool }));
    const classic = keyed('a', NOW - 1, [worth('40'), btc]);
    if (!unifiedNow) throw new Error('no card');
    expect(computeTotals([...classic, unifiedNow], false).usdt.value).toBe('70');
  });

  describe('of multi-assets mode', () => {
    const btcAsset = { coin: 'BTC', balance: parseAmount('0.1'), available: parseAmount('0.1') };
    const figures = { accountEquity: '-200', usdtEquity: '-200', unrealizedPL: '-3', unionTotalMargin: '9550' };
    const union = (change: Parameters<typeof buildMargin>[1]) =>
      buildMargin(figures, { assetMode: 'union', ...change });

    it('report coins beside the margin coin that are left out', () => {
      const totals = computeTotals(cards(union({ assets: [btcAsset] })), false);
      expect(totals.usdt).toEqual({ value: '-200', complete: false, gap: 'assets' });
      expect(totals.btc.gap).toBe('assets');
      expect(totals.pnl).toEqual({ value: '-3', complete: true, gap: null });
      expect(computeTotals(cards(union({ assets: [{ ...btcAsset, balance: { raw: '' } }] })), false).usdt.gap).toBe(
        'assets',
      );
    });

    it('are complete where each coin has a row, or only the margin coin is held', () => {
      const own = { coin: 'USDT', balance: parseAmount('5'), available: parseAmount('5') };
      const none = { ...btcAsset, balance: parseAmount('0.000') };
      expect(computeTotals(cards(union({ assets: [own, none] })), false).usdt.complete).toBe(true);
      const row = buildMargin({ accountEquity: '0.1', usdtEquity: '9750' }, { coin: 'BTC', assetMode: 'union' });
      expect(computeTotals(cards(union({ assets: [btcAsset] }), row), false).usdt).toMatchObject({
        value: '9550',
        gap: null,
      });
      expect(computeTotals(cards(union({ assets: [btcAsset], assetMode: 'single' })), false).usdt.complete).toBe(true);
    });

    it('are a dash on the badge when something is left out', () => {
      const settings = { ...DEFAULT_SETTINGS, badge: 'equity' } as const;
      const of = (badge: 'equity' | 'available' | 'pnl') =>
        buildBadge(
          buildPortfolio({ 'USDT-FUTURES': [union({ assets: [btcAsset] })] }, NOW, {
            settings: { ...settings, badge },
          }),
          NOW,
        ).text;
      expect([of('equity'), of('available'), of('pnl')]).toEqual(['—', '—', '-3.0']);
    });
  });

  it('exclude a demo account beside the same real account', () => {
    const [card] = cards(usdt);
    if (!card) throw new Error('no card');
    const key = { uid: '7', powers: [], addresses: [] };
    const real = { ...card, empty: true, account: buildAccount({ id: 'a', key }) };
    const demo = { ...card, account: buildAccount({ id: 'b', key, demo: true }) };
    expect(cardsInTotals([demo, { ...demo, account: buildAccount({ id: 'c', key, demo: true }) }])).toEqual([demo]);
    expect(cardsInTotals([{ ...real, empty: false }, demo]).map(({ account: { id } }) => id)).toEqual(['a']);
  });

  it('are not mixed while all are old', () => {
    const [old] = cards(usdt);
    if (!old) throw new Error('no card');
    expect(computeTotals([{ ...old, stale: true }], false).mixed).toBe(false);
  });

  it('report mixed ages', () => {
    const [young] = cards(usdt);
    const [old] = cards(bitcoin);
    if (!young || !old) throw new Error('no cards');
    const both = [young, { ...old, at: NOW - 600_000, stale: true }];
    expect(computeTotals(both, false)).toMatchObject({ mixed: true, oldest: NOW - 600_000 });
  });
});
