import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin, buildPosition, buildUnified } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import type { Failure } from '../core/failure.ts';
import { NO_READINGS } from '../polling/reading.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { buildTooltip } from './tooltip.ts';

const calm = buildMargin({ crossedRiskRate: '0.423', crossedMaxAvailable: '10575.26735771', accountEquity: '10582' });
const pad = (part: number) => String(part).padStart(2, '0');
const moment = new Date(NOW);
/** The time of day at which the samples are read, by the clock of the computer. */
const READ = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(pad).join(':');
const tooltip = (portfolio: Parameters<typeof buildTooltip>[0], now = NOW + 12_000) =>
  buildTooltip(portfolio, now, english);

describe('the tooltip', () => {
  it('says the ratio, the free margin and at what time they were read', () => {
    expect(tooltip(buildPortfolio({ 'USDT-FUTURES': [calm] }))).toBe(
      `Main · ratio 42.3% · free 10,575.26 USDT · read ${READ}`,
    );
  });

  describe('with positions', () => {
    const near = (changes: readonly Parameters<typeof buildPosition>[0][], readAt = NOW, now?: number) => {
      const portfolio = buildPortfolio({ 'USDT-FUTURES': [calm] }, readAt);
      const { main } = portfolio.readings.accounts;
      if (!main) throw new Error('no account');
      const figures = changes.map((change) => buildPosition({ mark: '60000', ...change }));
      const positions = { 'USDT-FUTURES': { state: 'fresh', at: readAt, figures } } as const;
      const accounts = { main: { ...main, positions } };
      return tooltip({ ...portfolio, readings: { clockOffset: 0, accounts } }, now);
    };
    const rest = `ratio 42.3% · free 10,575.26 USDT · read ${READ}`;
    const long = { liquidation: '58300' };

    it('says the distance first, and the direction', () => {
      expect(near([long])).toBe(`Main · ↓ 2.8% to liquidation · ${rest}`);
      const short = { side: 'short', liquidation: '60012' } as const;
      expect(near([long, short], NOW, NOW)).toBe(`Main · ↑ < 0.1% to liquidation · ${rest}`);
    });

    it('says that a distance is unknown, or at most what is known', () => {
      const blank = { liquidation: '' };
      expect(near([blank])).toBe(`Main · — to liquidation · ${rest}`);
      expect(near([blank, long])).toBe(`Main · ↓ ≤ 2.8% to liquidation · ${rest}`);
    });

    it('shows no distance of figures that are stale', () => {
      expect(near([long], NOW - 120_000)).toMatch(/^Main · — to liquidation · ratio — · /);
    });
  });

  it('says how much is missing where no margin is free', () => {
    const pool = buildUnified({ effEquity: '100', imr: '2415.29', accountEquity: '100' });
    const reading = { UNIFIED: { state: 'fresh', at: NOW, figures: [pool] } } as const;
    const positions = { UNIFIED: { state: 'fresh', at: NOW, figures: [] } } as const;
    const accounts = { main: buildAccountReading(reading, { family: 'unified', positions }) };
    const state = { ...buildPortfolio({ 'USDT-FUTURES': [] }), readings: { clockOffset: 0, accounts } };
    expect(tooltip(state)).toContain(' · free 0.00 USD · 2,315.29 USD short · ');
    const hidden = { ...state, settings: { ...DEFAULT_SETTINGS, hideAmounts: true } };
    expect(tooltip(hidden)).toContain(' · free ••• USD · ••• USD short · ');
  });

  it('hides amounts and keeps percentages', () => {
    const settings = { ...DEFAULT_SETTINGS, hideAmounts: true };
    expect(tooltip(buildPortfolio({ 'USDT-FUTURES': [calm] }, NOW, { settings }))).toBe(
      `Main · ratio 42.3% · free ••• USDT · read ${READ}`,
    );
  });

  it('shows no risk that is not known', () => {
    const unread = buildMargin({ crossedRiskRate: '', crossedMaxAvailable: '5' });
    expect(tooltip(buildPortfolio({ 'USDT-FUTURES': [unread] }))).toBe(
      `Main · ratio — · free 5.00 USDT · read ${READ}`,
    );
  });

  it('says why figures are old', () => {
    const failure = { kind: 'timeout' } as const;
    const stale = { state: 'stale', at: NOW, figures: [calm], failure, failedAt: NOW } as const;
    const accounts = { main: buildAccountReading({ 'USDT-FUTURES': stale }) };
    const old = buildPortfolio({ 'USDT-FUTURES': [] }, NOW, { readings: { clockOffset: 0, accounts } });
    expect(tooltip(old, NOW + 9 * 60_000)).toBe(
      `Main · — to liquidation · ratio — · free 10,575.26 USDT · read ${READ} · Bitget is not responding.`,
    );
  });

  it('P8: says that monitoring is lost', () => {
    expect(tooltip(buildPortfolio({ 'USDT-FUTURES': [calm] }), NOW + 10 * 60_000)).toBe(
      `Main · ratio — · free 10,575.26 USDT · read ${READ} · monitoring lost`,
    );
  });

  it('takes for each account its own riskiest that holds something, or else what it has', () => {
    const both = buildPortfolio({ 'USDT-FUTURES': [buildMargin({ accountEquity: '0', crossedRiskRate: '' }), calm] });
    const fresh = { state: 'fresh', at: NOW, figures: [buildMargin()] } as const;
    const sub = buildAccount({ id: 'sub', label: 'Grid bot', products: ['USDT-FUTURES'] });
    const accounts = { ...both.readings.accounts, sub: buildAccountReading({ 'USDT-FUTURES': fresh }) };
    const state = { ...both, accounts: [...both.accounts, sub], readings: { clockOffset: 0, accounts } };
    expect(tooltip(state).split('\n')).toEqual([
      `Main · ratio 42.3% · free 10,575.26 USDT · read ${READ}`,
      `Grid bot · ratio 0.0% · free 0.00 USDT · read ${READ}`,
    ]);
  });

  it('says nothing of a trouble beside figures that are new, unless it waits for the user', () => {
    const part = (failure: Failure) => tooltip(buildPortfolio({ 'USDT-FUTURES': [calm], 'COIN-FUTURES': failure }));
    const line = `Main · ratio 42.3% · free 10,575.26 USDT · read ${READ}`;
    expect(part({ kind: 'timeout' })).toBe(line);
    expect(part({ kind: 'refused', code: '40009', cause: 'secret' })).toBe(`${line} · Wrong secret key.`);
    expect(part({ kind: 'locked' })).toBe(line);
  });

  it('says what went wrong where there are no figures, but not that all is locked', () => {
    expect(tooltip(buildPortfolio({ 'USDT-FUTURES': { kind: 'timeout' } }))).toBe('Main · Bitget is not responding.');
    expect(tooltip(buildPortfolio({ 'USDT-FUTURES': { kind: 'locked' } }))).toBe(
      'Main · waiting for the first reading',
    );
  });

  it('says that Bitget lists no margin account', () => {
    expect(tooltip(buildPortfolio({ 'USDT-FUTURES': [] }))).toBe('Main · Bitget lists no margin account for this key.');
  });

  it('stays true however long it stands, and names the day of what is old', () => {
    const state = buildPortfolio({ 'USDT-FUTURES': [calm] });
    expect(tooltip(state, NOW + 1_000)).toBe(tooltip(state, NOW + 59_000));
    expect(tooltip(state, NOW + 12 * 3_600_000)).toMatch(new RegExp(`read Nov ${moment.getDate()}, ${READ}`));
  });

  it('says that Bitget is liquidating, beside figures too', () => {
    const part = buildPortfolio({ 'USDT-FUTURES': [calm], 'USDC-FUTURES': { kind: 'liquidating', code: '25008' } });
    expect(tooltip(part)).toMatch(/ · Bitget is liquidating this account\.$/);
  });

  it('asks for an account where there is none', () => {
    expect(tooltip({ ...buildPortfolio({}), accounts: [] })).toBe(english.t('tooltip_none'));
  });

  it('has a line for each account', () => {
    const refused = { kind: 'refused', code: '40009', cause: 'secret' } as const;
    const both = buildPortfolio({ 'USDT-FUTURES': refused });
    const accounts = [...both.accounts, buildAccount({ id: 'sub', label: 'Grid bot' })];
    expect(tooltip({ ...both, accounts })).toBe('Main · Wrong secret key.\nGrid bot · waiting for the first reading');
  });

  it('says that there is no account', () => {
    expect(tooltip({ accounts: [], readings: NO_READINGS, settings: DEFAULT_SETTINGS })).toBe(
      'Margin Glance: no account connected yet',
    );
  });
});
