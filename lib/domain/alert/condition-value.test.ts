import { describe, expect, it } from 'vitest';
import { portfolioAtRate } from '../../testing/alerts.ts';
import { buildAccount, buildAccountReading, buildMargin, buildPosition } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { NOW } from '../../testing/portfolio.ts';
import type { Account } from '../account/account.ts';
import type { MarginAccount } from '../margin/margin-account.ts';
import type { Position } from '../margin/position.ts';
import { parseAmount } from '../money/amount.ts';
import { buildCards, type Portfolio } from '../portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import type { Condition } from './condition.ts';
import { computeConditionValue, measureGap } from './condition-value.ts';
import { gapText } from './gap-text.ts';

type Held = { readonly rows: readonly MarginAccount[]; readonly at?: number; readonly change?: Partial<Account> };

const row = (figures: Parameters<typeof buildMargin>[0]) => buildMargin({ accountEquity: '1', ...figures });
const fails = { state: 'failed', failure: { kind: 'timeout' }, failedAt: NOW } as const;

function measure(
  held: Readonly<Record<string, Held | null>>,
  kind: Condition['kind'],
  account: string | null = null,
  now = NOW,
) {
  const accounts = Object.entries(held).map(([id, each]) =>
    buildAccount({ id, products: ['USDT-FUTURES'], ...each?.change }),
  );
  const readings = Object.entries(held).map(([id, each]) => {
    const margins = each ? ({ state: 'fresh', at: each.at ?? NOW, figures: each.rows } as const) : fails;
    return [id, buildAccountReading({ 'USDT-FUTURES': margins })] as const;
  });
  const portfolio: Portfolio = {
    accounts,
    readings: { clockOffset: 0, accounts: Object.fromEntries(readings) },
    settings: DEFAULT_SETTINGS,
  };
  return computeConditionValue({ kind, account }, portfolio, buildCards(portfolio, now));
}

describe('a condition without a value', () => {
  const gap = (rows: readonly MarginAccount[], kind: Condition['kind'], at = NOW) => {
    const accounts = [buildAccount({ id: 'a', products: ['USDT-FUTURES'] })];
    const fresh = { state: 'fresh', at, figures: rows } as const;
    const readings = { clockOffset: 0, accounts: { a: buildAccountReading({ 'USDT-FUTURES': fresh }) } };
    const portfolio = { accounts, readings, settings: DEFAULT_SETTINGS };
    const cards = buildCards(portfolio, NOW);
    const wanted = { kind, account: null };
    expect(measureGap(wanted, portfolio, cards) === null).toBe(
      computeConditionValue(wanted, portfolio, cards) !== null,
    );
    return measureGap(wanted, portfolio, cards);
  };

  it('names the coins without a known value', () => {
    const odd = buildMargin({ accountEquity: '0', available: '4', usdtEquity: '' }, { coin: 'BGB' });
    const found = gap([row({ available: '1' }), odd], 'available_below');
    expect(found).toEqual({ gap: 'worth', coins: ['BGB'] });
    expect(found && gapText(found, english)).toBe('Can’t be checked: no USDT rate for BGB.');
  });

  it('reports missing or stale figures', () => {
    expect(gap([row({ available: '' })], 'available_below')).toEqual({ gap: 'unread' });
    expect(gap([row({})], 'equity_below', NOW - 120_000)).toEqual({ gap: 'unread' });
    expect(gapText({ gap: 'unread' }, english)).toBe('Can’t be checked now: figures are missing or old.');
  });

  it('reports coins that count as margin, except for a PnL', () => {
    const assets = [{ coin: 'BTC', balance: parseAmount('0.1'), available: parseAmount('0.1') }];
    const rows = [buildMargin({ accountEquity: '-200', usdtEquity: '-200' }, { assetMode: 'union', assets })];
    for (const kind of ['equity_below', 'equity_above', 'equity_fall', 'available_below'] as const)
      expect(gap(rows, kind)).toEqual({ gap: 'assets' });
    expect(gap(rows, 'pnl_below')).toBeNull();
    expect(gapText({ gap: 'assets' }, english)).toMatch(/other coins/);
  });
});

describe('the value of a condition', () => {
  const rows = [row({ available: '1.5', crossedMaxAvailable: '0.75', usdtEquity: '20', unrealizedPL: '-0.25' })];
  it.each([
    ['available_below', '1.5'],
    ['equity_below', '20'],
    ['equity_above', '20'],
    ['equity_fall', '20'],
    ['pnl_below', '-0.25'],
    ['free_below', '0.75'],
  ] as const)('of %s is its own figure', (kind, value) => {
    expect(measure({ a: { rows } }, kind)).toEqual({ value, at: NOW, isComplete: true });
  });

  it('is the sum of all accounts, as old as the oldest, or that of one account', () => {
    const held = { a: { rows, at: NOW - 9 }, b: { rows: [row({ usdtEquity: '0.1' })] } };
    expect(measure(held, 'equity_below')).toEqual({ value: '20.1', at: NOW - 9, isComplete: true });
    expect(measure(held, 'equity_below', 'b')).toEqual({ value: '0.1', at: NOW, isComplete: true });
  });

  it('excludes demo money beside real money, unless its account is selected', () => {
    const held = { demo: { rows, change: { demo: true } }, real: { rows: [row({ usdtEquity: '3' })] } };
    expect(measure(held, 'equity_below')?.value).toBe('3');
    expect(measure(held, 'equity_below', 'demo')?.value).toBe('20');
    expect(measure({ demo: held.demo }, 'equity_below')?.value).toBe('20');
  });

  it('excludes an older simulated product beside real money of the same account', () => {
    const fresh = (change: object) =>
      ({ state: 'fresh', at: NOW, figures: [{ ...row({ usdtEquity: '3' }), ...change }] }) as const;
    const readings = {
      clockOffset: 0,
      accounts: {
        a: buildAccountReading({
          'USDT-FUTURES': fresh({}),
          'SUSDT-FUTURES': fresh({ product: 'SUSDT-FUTURES', coin: 'SUSDT' }),
        }),
      },
    };
    const accounts = [buildAccount({ id: 'a', products: ['USDT-FUTURES', 'SUSDT-FUTURES'] })];
    const portfolio = { accounts, readings, settings: DEFAULT_SETTINGS };
    for (const account of ['a', null])
      expect(
        computeConditionValue({ kind: 'equity_below', account }, portfolio, buildCards(portfolio, NOW))?.value,
      ).toBe('3');
  });

  it('is zero where everything was read and is empty', () => {
    expect(measure({ a: { rows: [buildMargin()], at: NOW - 5 } }, 'equity_below')).toEqual({
      value: '0',
      at: NOW - 5,
      isComplete: true,
    });
  });

  it.each([
    ['no account', {}, null],
    ['no account of that name', { a: { rows } }, 'b'],
    ['an account that was not read', { a: { rows }, b: null }, null],
    [
      'a figure that cannot be read',
      { a: { rows: [row({ accountEquity: '1,1', usdtEquity: '' })] }, b: { rows } },
      null,
    ],
    ['figures that are too old', { a: { rows, at: NOW - 120_000 }, b: { rows } }, null],
    ['no margin account at all', { a: { rows: [] } }, null],
  ])('is unknown with %s', (_, held, of) => {
    expect(measure(held, 'equity_below', of)).toBeNull();
  });

  it('ignores empty margin accounts with unreadable figures', () => {
    const blank = buildMargin({ accountEquity: '0', usdtEquity: '' });
    expect(measure({ a: { rows: [...rows, blank] } }, 'equity_below', 'a')?.value).toBe('20');
    expect(measure({ a: { rows: [...rows, blank] } }, 'equity_below')?.value).toBe('20');
  });

  it('is as old as its oldest part', () => {
    const held = { a: { rows }, b: { rows: [buildMargin()], at: NOW - 60_000 } };
    expect(measure(held, 'equity_below')?.at).toBe(NOW);
  });

  it('is unknown while one of several product types is unread', () => {
    const fresh = { state: 'fresh', at: NOW, figures: rows } as const;
    const readings = {
      clockOffset: 0,
      accounts: { a: buildAccountReading({ 'USDT-FUTURES': fresh, 'USDC-FUTURES': fails }) },
    };
    const accounts = [buildAccount({ id: 'a', products: ['USDT-FUTURES', 'USDC-FUTURES'] })];
    const portfolio = { accounts, readings, settings: DEFAULT_SETTINGS };
    expect(
      computeConditionValue({ kind: 'equity_below', account: 'a' }, portfolio, buildCards(portfolio, NOW)),
    ).toBeNull();
  });

  it('is known while a retired product type is unread', () => {
    const fresh = { state: 'fresh', at: NOW, figures: rows } as const;
    const accounts = [buildAccount({ id: 'a', products: ['USDT-FUTURES', 'COIN-FUTURES'] })];
    const read = buildAccountReading({ 'USDT-FUTURES': fresh, 'COIN-FUTURES': fails });
    const portfolio = { accounts, readings: { clockOffset: 0, accounts: { a: read } }, settings: DEFAULT_SETTINGS };
    expect(
      computeConditionValue({ kind: 'equity_below', account: 'a' }, portfolio, buildCards(portfolio, NOW))?.value,
    ).toBe('20');
  });

  it('ignores accounts that it is not about', () => {
    expect(measure({ a: { rows }, b: null }, 'equity_below', 'a')?.value).toBe('20');
    const unread = { rows: [row({ accountEquity: '1,1', usdtEquity: '1,1' })], at: NOW - 120_000 };
    expect(measure({ a: { rows }, b: unread }, 'equity_below', 'a')?.value).toBe('20');
    const demo = { rows, change: { demo: true } };
    expect(measure({ a: { rows }, b: { ...demo, at: NOW - 120_000 } }, 'equity_below')?.value).toBe('20');
  });

  it('is known for real money while a demo account is unreadable', () => {
    const accounts = [
      buildAccount({ id: 'a', products: ['USDT-FUTURES'] }),
      buildAccount({ id: 'b', products: ['USDT-FUTURES'], demo: true }),
    ];
    const fresh = { state: 'fresh', at: NOW, figures: rows } as const;
    const readings = {
      clockOffset: 0,
      accounts: {
        a: buildAccountReading({ 'USDT-FUTURES': fresh }),
        b: buildAccountReading({ 'USDT-FUTURES': fails }),
      },
    };
    const portfolio = { accounts, readings, settings: DEFAULT_SETTINGS };
    expect(
      computeConditionValue({ kind: 'equity_below', account: null }, portfolio, buildCards(portfolio, NOW))?.value,
    ).toBe('20');
  });
});

describe('a distance', () => {
  const distance = (positions: readonly Position[]) => {
    const calm = buildPosition({ mode: 'isolated', liquidation: '0', symbol: 'CALMUSDT' });
    const portfolio = portfolioAtRate('0.1', [...positions, calm]);
    return computeConditionValue({ kind: 'distance_below', account: null }, portfolio, buildCards(portfolio, NOW));
  };
  const at = (liquidation: string, symbol: string) => buildPosition({ mark: '1000', liquidation, symbol });

  it('is the nearest one', () => {
    const found = distance([at('900', 'A'), at('950', 'B')]);
    expect(found).toEqual({ value: '0.05', at: NOW, isComplete: true });
    expect(distance([at('950', 'B'), at('900', 'A')])).toEqual(found);
  });

  it('is complete only if no other position can be nearer', () => {
    expect(distance([at('950', 'A'), at('', 'B')])).toMatchObject({ value: '0.05', isComplete: false });
    expect(distance([at('', 'B')])).toBeNull();
  });

  it('is beyond every limit without a liquidation price', () => {
    expect(Number(distance([at('0', 'A')])?.value)).toBeGreaterThan(1.5);
  });
});
