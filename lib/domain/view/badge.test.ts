import { describe, expect, it } from 'vitest';
import { buildAccount, buildMargin, buildPosition } from '../../testing/builders.ts';
import { buildPortfolio, NOW, type Part } from '../../testing/portfolio.ts';
import type { Side } from '../margin/position.ts';
import type { Decimal } from '../money/amount.ts';
import { NO_READINGS } from '../polling/reading.ts';
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.ts';
import { BADGE_COLORS, buildBadge } from './badge.ts';

const at = (crossedRiskRate: string) => [buildMargin({ crossedRiskRate })];
const refused = { kind: 'refused', code: '40009', cause: 'secret' } as const;
const timeout = { kind: 'timeout' } as const;
const badge = (usdt: Part, coin: Part = at('0')) =>
  buildBadge(buildPortfolio({ 'USDT-FUTURES': usdt, 'COIN-FUTURES': coin }), NOW);

describe('the badge', () => {
  it.each([
    ['0', '0%', 'safe'],
    ['0.423', '43%', 'safe'],
    ['0.5', '50%', 'caution'],
    ['0.7001', '71%', 'warning'],
    ['0.99999', '100%', 'danger'],
    ['1.35', '135%', 'danger'],
    ['9.99', '999%', 'danger'],
    ['12345', '999+', 'danger'],
  ])('shows a risk of %s as %s on %s', (rate, text, tone) => {
    expect(badge(at(rate))).toEqual({ text, tone });
  });

  it('shows the worst state', () => {
    expect(badge(at('0.55'), at('0.71'))).toEqual({ text: '71%', tone: 'warning' });
  });

  it('asks the user to act, unless a warning or a danger is known', () => {
    expect(badge(refused)).toEqual({ text: '!', tone: 'act' });
    expect(badge(refused, at('0.6'))).toEqual({ text: '!', tone: 'act' });
    expect(badge(refused, at('0.75'))).toEqual({ text: '75%', tone: 'warning' });
  });

  it('is a dash instead of a calm figure when something is unknown', () => {
    expect(badge(timeout, at('0'))).toEqual({ text: '—', tone: 'unknown' });
    expect(badge(at(''), at('0.0099'))).toEqual({ text: '—', tone: 'unknown' });
    expect(badge(at(''), at('0.6'))).toEqual({ text: '60%', tone: 'caution' });
    expect(badge(timeout, at('0.6'))).toEqual({ text: '60%', tone: 'caution' });
  });

  it('says what the risk is at least where a part is unknown', () => {
    expect(badge(timeout, at('0.2'))).toEqual({ text: '>20%', tone: 'unknown' });
    expect(badge(at(''), at('0.4299'))).toEqual({ text: '>42%', tone: 'unknown' });
    const incomplete = [buildMargin({ crossedRiskRate: '0.12' }, { assetMode: 'unknown' })];
    expect(badge(incomplete)).toEqual({ text: '>12%', tone: 'unknown' });
    expect(badge(timeout, at('0.01'))).toEqual({ text: '>1%', tone: 'unknown' });
    expect(badge(timeout, at('0.0099'))).toEqual({ text: '—', tone: 'unknown' });
  });

  it('is a dash once the figures are two periods old, or once a warning is no longer monitored', () => {
    const read = buildPortfolio({ 'USDT-FUTURES': at('0.85') }, NOW);
    // At warning the period in force is 10 s.
    expect(buildBadge(read, NOW + 19_999)).toEqual({ text: '85%', tone: 'warning' });
    expect(buildBadge(read, NOW + 20_000)).toEqual({ text: '85%?', tone: 'warning' });
    expect(buildBadge(read, NOW + 120_000)).toEqual({ text: '—', tone: 'unknown' });
    const calm = buildPortfolio({ 'USDT-FUTURES': at('0.45') }, NOW);
    expect(buildBadge(calm, NOW + 119_999)).toEqual({ text: '45%', tone: 'safe' });
    expect(buildBadge(calm, NOW + 120_000)).toEqual({ text: '—', tone: 'unknown' });
  });

  it.each([
    ['0.95', '95%?'],
    ['1.35', '135?'],
    ['12345', '999?'],
  ])('keeps a danger of %s that is two periods old, and asks to act once it is lost', (rate, text) => {
    const read = buildPortfolio({ 'USDT-FUTURES': at(rate), 'COIN-FUTURES': at('0') }, NOW);
    // At danger the period in force is 5 s, and two minutes without figures are a loss.
    expect(buildBadge(read, NOW + 9_999).text).not.toBe(text);
    expect(buildBadge(read, NOW + 10_000)).toEqual({ text, tone: 'danger' });
    expect(buildBadge(read, NOW + 119_999, true)).toEqual({ text, tone: 'danger' });
    expect(buildBadge(read, NOW + 120_000)).toEqual({ text: '!', tone: 'danger' });
  });

  it('P8: shows no calm figure for an account that is no longer monitored, even beside a caution', () => {
    const minutes = (count: number) => {
      const { accounts, readings, settings } = buildPortfolio({ 'USDT-FUTURES': at('0.1') }, NOW - count * 60_000);
      const other = buildPortfolio({ 'USDT-FUTURES': at('0.6') }).readings.accounts.main;
      const both = { ...readings, accounts: { ...readings.accounts, ...(other && { other }) } };
      const list = [...accounts, buildAccount({ id: 'other', products: ['USDT-FUTURES'] })];
      return buildBadge({ accounts: list, readings: both, settings }, NOW);
    };
    expect(minutes(9)).toEqual({ text: '60%', tone: 'caution' });
    expect(minutes(10)).toEqual({ text: '>60%', tone: 'unknown' });
  });

  it('waits for the first reading, also after an edit', () => {
    const read = buildPortfolio({ 'USDT-FUTURES': at('0.1') });
    const waiting = { text: '…', tone: 'waiting' };
    expect(buildBadge({ ...read, readings: NO_READINGS }, NOW)).toEqual(waiting);
    expect(buildBadge({ ...read, accounts: [buildAccount({ products: ['USDT-FUTURES'], revision: 2 })] }, NOW)).toEqual(
      waiting,
    );
  });

  it('asks the user to act while the browser rejects an alert, unless there is danger', () => {
    const withRisk = (rate: string) => buildPortfolio({ 'USDT-FUTURES': at(rate) });
    expect(buildBadge(withRisk('0.85'), NOW, true)).toEqual({ text: '!', tone: 'act' });
    expect(buildBadge(withRisk('0.95'), NOW, true)).toEqual({ text: '95%', tone: 'danger' });
  });

  describe('with the user’s choice', () => {
    const rich = (crossedRiskRate: string) => [
      buildMargin({
        crossedRiskRate,
        accountEquity: '2357',
        usdtEquity: '2357',
        available: '1250',
        crossedMaxAvailable: '-3',
        unrealizedPL: '-4.5',
      }),
    ];
    const chosen = (badgeChoice: Settings['badge'], rate: string, hideAmounts = false) =>
      buildBadge(
        buildPortfolio({ 'USDT-FUTURES': rich(rate) }, NOW, {
          settings: { ...DEFAULT_SETTINGS, badge: badgeChoice, hideAmounts },
        }),
        NOW,
      );
    it.each([
      ['freeMargin', '0.00'],
      ['available', '1.2k'],
      ['equity', '2.3k'],
      ['pnl', '-4.5'],
      ['off', ''],
      ['risk', '75%'],
    ] as const)('%s is %s on the ground of the level', (choice, text) => {
      expect(chosen(choice, '0.75')).toEqual({ text, tone: 'warning' });
      expect(chosen(choice, '0.91')).toEqual({ text: '91%', tone: 'danger' });
    });

    it('shows the sign of a profit', () => {
      const gain = [buildMargin({ accountEquity: '9', unrealizedPL: '4.5' })];
      const settings = { ...DEFAULT_SETTINGS, badge: 'pnl' } as const;
      expect(buildBadge(buildPortfolio({ 'USDT-FUTURES': gain }, NOW, { settings }), NOW).text).toBe('+4.5');
      const equity = { ...DEFAULT_SETTINGS, badge: 'available' } as const;
      const rows = [buildMargin({ accountEquity: '9', available: '4.5' })];
      expect(buildBadge(buildPortfolio({ 'USDT-FUTURES': rows }, NOW, { settings: equity }), NOW).text).toBe('4.50');
    });

    it('shows the risk while amounts are hidden', () => {
      expect(chosen('equity', '0.2', true)).toEqual({ text: '20%', tone: 'safe' });
    });

    it('gives way to issues, and is a dash when unknown', () => {
      const off = { settings: { ...DEFAULT_SETTINGS, badge: 'off' } } as const;
      expect(buildBadge(buildPortfolio({ 'USDT-FUTURES': timeout }, NOW, off), NOW).text).toBe('—');
      expect(buildBadge(buildPortfolio({ 'USDT-FUTURES': refused }, NOW, off), NOW).text).toBe('!');
      const unread = [buildMargin({ crossedRiskRate: '0.2', accountEquity: '5,0', usdtEquity: '' })];
      const equity = { settings: { ...DEFAULT_SETTINGS, badge: 'equity' } } as const;
      expect(buildBadge(buildPortfolio({ 'USDT-FUTURES': unread }, NOW, equity), NOW).text).toBe('—');
    });
  });

  describe('with positions', () => {
    type Nearest = readonly [mark: string, liquidation: string, side?: Side];
    const near = (choice: Settings['badge'], positions: readonly Nearest[], rate = '0.34') => {
      const portfolio = buildPortfolio({ 'USDT-FUTURES': at(rate) }, NOW, {
        settings: { ...DEFAULT_SETTINGS, badge: choice },
      });
      const { main } = portfolio.readings.accounts;
      if (!main) throw new Error('no account');
      const figures = positions.map(([mark, liquidation, side = 'long']) => buildPosition({ mark, liquidation, side }));
      const accounts = {
        main: { ...main, positions: { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures } } },
      } as const;
      return buildBadge({ ...portfolio, readings: { clockOffset: 0, accounts } }, NOW);
    };

    it('shows the ratio on the color of the level, which may come from the distance', () => {
      expect(near('risk', [['60000', '57500']])).toEqual({ text: '34%', tone: 'caution' });
      expect(near('risk', [['60000', '59900']])).toEqual({ text: '34%', tone: 'danger' });
      expect(near('risk', [['60000', '59900']], '')).toEqual({ text: '—', tone: 'danger' });
      expect(near('off', [['60000', '59900']])).toEqual({ text: '34%', tone: 'danger' });
    });

    it.each([
      [['60000', '58300'], '↓2.8', 'warning'],
      [['100', '105.49', 'short'], '↑5.4', 'safe'],
      [['100', '88'], '↓12', 'safe'],
      [['100', '89.5'], '↓10', 'safe'],
      [['100', '1100', 'short'], '↑99', 'safe'],
      [['100', '99.95'], '↓<.1', 'danger'],
      [['100', '0'], '∞', 'safe'],
    ] as const)('shows the chosen distance of %j as %s', (position, text, tone) => {
      expect(near('distance', [position])).toEqual({ text, tone });
    });

    it('shows the nearest of several distances, and the ratio where that made the danger', () => {
      expect(
        near('distance', [
          ['100', '50'],
          ['100', '96'],
        ]).text,
      ).toBe('↓4.0');
      expect(near('distance', [['100', '96']], '0.95')).toEqual({ text: '95%', tone: 'danger' });
    });

    it('is not calm where a distance is unknown', () => {
      expect(near('distance', [['100', '']])).toEqual({ text: '>34%', tone: 'unknown' });
      expect(near('distance', [['100', '']], '0.6')).toEqual({ text: '—', tone: 'caution' });
    });
  });

  it('is empty only without an account', () => {
    expect(buildBadge({ ...buildPortfolio({}), accounts: [] }, NOW)).toEqual({ text: '', tone: 'none' });
  });

  it('is 0% for a margin account that holds nothing, and a dash where Bitget lists none', () => {
    expect(badge([buildMargin()], [])).toEqual({ text: '0%', tone: 'safe' });
    expect(badge([], [])).toEqual({ text: '—', tone: 'unknown' });
  });

  it('stays on the color of a danger that cannot be read any more, then asks to act', () => {
    const read = (level: 'danger' | 'caution', distance: string | null, age: number) => {
      const portfolio = buildPortfolio({ 'USDT-FUTURES': at('') });
      const { main } = portfolio.readings.accounts;
      if (!main) throw new Error('the portfolio has no readings');
      const lastKnown = { level, distance: distance as Decimal | null, at: NOW - age };
      return buildBadge(
        { ...portfolio, readings: { clockOffset: 0, accounts: { main: { ...main, lastKnown } } } },
        NOW,
      );
    };
    const MINUTE = 60_000;
    expect(read('danger', null, MINUTE)).toEqual({ text: '—', tone: 'danger' });
    expect(read('danger', null, 3 * MINUTE)).toEqual({ text: '!', tone: 'danger' });
    expect(read('danger', null, 60 * MINUTE)).toEqual({ text: '—', tone: 'unknown' });
    expect(read('caution', '0.01', MINUTE)).toEqual({ text: '—', tone: 'danger' });
    expect(read('caution', '0.02', MINUTE)).toEqual({ text: '—', tone: 'unknown' });
  });

  it('is a dash from the second empty list on, and what it was at the first', () => {
    const afterEmptyList = (isConfirmed: boolean, others: Parameters<typeof buildPortfolio>[0] = {}) => {
      const portfolio = buildPortfolio({ 'USDT-FUTURES': at('0.55'), ...others }, NOW);
      const { main } = portfolio.readings.accounts;
      if (!main) throw new Error('the portfolio has no readings');
      const failure = { kind: 'unlisted', since: NOW, isConfirmed } as const;
      const stale = { state: 'stale', at: NOW, figures: at('0.55'), failure, failedAt: NOW } as const;
      const accounts = { main: { ...main, margin: { ...main.margin, 'USDT-FUTURES': stale } } };
      return buildBadge({ ...portfolio, readings: { clockOffset: 0, accounts } }, NOW + 20_000);
    };
    expect(afterEmptyList(false)).toEqual({ text: '55%', tone: 'caution' });
    expect(afterEmptyList(true)).toEqual({ text: '—', tone: 'unknown' });
    expect(afterEmptyList(true, { 'USDC-FUTURES': at('0.12') })).toEqual({ text: '>12%', tone: 'unknown' });
  });

  it.each(Object.entries(BADGE_COLORS))('%s has a contrast of at least 4.5 with white', (_, ground) => {
    const channels = [1, 3, 5].map((from) => Number.parseInt(ground.slice(from, from + 2), 16) / 255);
    const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    expect(1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});
