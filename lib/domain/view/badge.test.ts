import { describe, expect, it } from 'vitest';
import { buildAccount, buildMargin } from '../../testing/builders.ts';
import { buildPortfolio, NOW, type Part } from '../../testing/portfolio.ts';
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
    const unknown = { text: '—', tone: 'unknown' };
    expect(badge(timeout, at('0.2'))).toEqual(unknown);
    expect(badge(at(''), at('0.2'))).toEqual(unknown);
    expect(badge(at(''), at('0.6'))).toEqual({ text: '60%', tone: 'caution' });
    expect(badge(timeout, at('0.6'))).toEqual({ text: '60%', tone: 'caution' });
  });

  it('is a dash once the figures are two periods old', () => {
    const read = buildPortfolio({ 'USDT-FUTURES': at('0.95') }, NOW);
    expect(buildBadge(read, NOW + 119_999)).toEqual({ text: '95%', tone: 'danger' });
    expect(buildBadge(read, NOW + 120_000)).toEqual({ text: '—', tone: 'unknown' });
  });

  it('P8: is a dash for an account that is no longer monitored, even beside a caution', () => {
    const minutes = (count: number) => {
      const { accounts, readings, settings } = buildPortfolio({ 'USDT-FUTURES': at('0.1') }, NOW - count * 60_000);
      const other = buildPortfolio({ 'USDT-FUTURES': at('0.6') }).readings.accounts.main;
      const both = { ...readings, accounts: { ...readings.accounts, ...(other && { other }) } };
      const list = [...accounts, buildAccount({ id: 'other', products: ['USDT-FUTURES'] })];
      return buildBadge({ accounts: list, readings: both, settings }, NOW);
    };
    expect(minutes(9)).toEqual({ text: '60%', tone: 'caution' });
    expect(minutes(10)).toEqual({ text: '—', tone: 'unknown' });
  });

  it('waits for the first reading, also after an edit', () => {
    const read = buildPortfolio({ 'USDT-FUTURES': at('0.1') });
    const waiting = { text: '…', tone: 'waiting' };
    expect(buildBadge({ ...read, readings: NO_READINGS }, NOW)).toEqual(waiting);
    expect(buildBadge({ ...read, accounts: [buildAccount({ products: ['USDT-FUTURES'], revision: 2 })] }, NOW)).toEqual(
      waiting,
    );
  });

  it('asks the user to act while the browser rejects an alert, danger or not', () => {
    const watching = buildPortfolio({ 'USDT-FUTURES': at('0.95') });
    expect(buildBadge(watching, NOW, true)).toEqual({ text: '!', tone: 'act' });
    expect(buildBadge(watching, NOW, false)).toEqual({ text: '95%', tone: 'danger' });
  });

  describe('with the user’s choice', () => {
    const rich = (crossedRiskRate: string) => [
      buildMargin({
        crossedRiskRate,
        accountEquity: '2357',
        usdtEquity: '2357',
        available: '1250',
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

  it('is empty only without an account', () => {
    expect(buildBadge({ ...buildPortfolio({}), accounts: [] }, NOW)).toEqual({ text: '', tone: 'none' });
  });

  it('is 0% for an empty account', () => {
    expect(badge([], [])).toEqual({ text: '0%', tone: 'safe' });
  });

  it.each(Object.entries(BADGE_COLORS))('%s has a contrast of at least 4.5 with white', (_, ground) => {
    const channels = [1, 3, 5].map((from) => Number.parseInt(ground.slice(from, from + 2), 16) / 255);
    const [r = 0, g = 0, b = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    expect(1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});
