import { describe, expect, it } from 'vitest';
import { portfolioAtRate, withFailures } from '../../testing/alerts.ts';
import { buildAccount, buildAccountReading, buildMargin } from '../../testing/builders.ts';
import { NOW } from '../../testing/portfolio.ts';
import { MINUTE } from '../core/time.ts';
import type { Decimal } from '../money/amount.ts';
import type { Portfolio } from '../portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { DEFAULT_ALERT_SETTINGS } from './alert-settings.ts';
import type { Condition } from './condition.ts';
import { collectSubjects, isAwaited, isKeyOfAccount } from './subjects.ts';
import { type AlertStates, NO_ALERT_STATES, updateAlertStates } from './update-alert-states.ts';

describe('alert subjects', () => {
  const keys = (portfolio: Portfolio, locked: number | null = null) =>
    collectSubjects(portfolio, DEFAULT_ALERT_SETTINGS, locked, NOW).map(({ key }) => key);

  it('are the lock, each margin account, each account, and each condition', () => {
    expect(keys(portfolioAtRate('0.1', []))).toEqual([
      'locked',
      'risk/main/USDT-FUTURES/USDT',
      'unknown/main/USDT-FUTURES/USDT',
      'liquidating/main',
      'lost/main',
    ]);
    expect(keys(portfolioAtRate('0.1', []), NOW)).toEqual([
      'locked',
      'risk/main/USDT-FUTURES/USDT',
      'liquidating/main',
    ]);
  });

  it('count as unknown only while their account is monitored', () => {
    const listUnknown = (portfolio: Portfolio, now: number) =>
      collectSubjects(portfolio, DEFAULT_ALERT_SETTINGS, null, now).flatMap(({ rule, key }) =>
        rule === 'unknown' ? [key] : [],
      );
    const portfolio = portfolioAtRate('0.1', [], 2);
    expect(listUnknown(portfolio, NOW)).toEqual(['unknown/main/USDT-FUTURES/USDT']);
    expect(listUnknown(portfolio, NOW + 5 * MINUTE)).toEqual([]);
    expect(listUnknown(withFailures(portfolio, NOW + 11 * MINUTE), NOW + 11 * MINUTE)).toEqual([]);
  });

  it('report the liquidation of an account with its latest time', () => {
    const failure = { kind: 'liquidating', code: '25008' } as const;
    const failed = (failedAt: number) => ({ state: 'failed', failure, failedAt }) as const;
    const fresh = (at: number) => ({ state: 'fresh', at, figures: [] }) as const;
    const products = ['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES'] as const;
    const report = (margin: Parameters<typeof buildAccountReading>[0]) => {
      const readings = { clockOffset: 0, accounts: { main: buildAccountReading(margin) } };
      const portfolio = { accounts: [buildAccount({ products })], readings, settings: DEFAULT_SETTINGS };
      return collectSubjects(portfolio, DEFAULT_ALERT_SETTINGS, null, NOW).find(({ rule }) => rule === 'liquidating');
    };
    const both = { 'USDT-FUTURES': failed(NOW - 9), 'COIN-FUTURES': failed(NOW - 3), 'USDC-FUTURES': fresh(NOW) };
    expect(report(both)).toMatchObject({ report: { isLiquidating: true, at: NOW - 3 } });
    const over = { 'USDT-FUTURES': fresh(NOW - 9), 'COIN-FUTURES': fresh(NOW - 2) };
    expect(report(over)).toMatchObject({ report: { isLiquidating: false, at: NOW - 2 } });
    expect(report({})).toMatchObject({ report: null });
  });

  it('merge two rows of one coin into the riskier one', () => {
    const subjects = collectSubjects(portfolioAtRate('0.9', [], 2), DEFAULT_ALERT_SETTINGS, null, NOW);
    const risks = subjects.filter((subject) => subject.rule === 'risk');
    expect(risks.map(({ card }) => card.risk.rate)).toEqual(['0.9']);
  });

  it('name the account of a condition', () => {
    const one = { id: 'c', kind: 'pnl_below', account: 'main', limit: '5' as Decimal, hours: 1 } as const;
    const conditions: Condition[] = [one, { ...one, id: 'd', account: null }, { ...one, id: 'e', account: 'gone' }];
    const subjects = collectSubjects(portfolioAtRate('0.1', []), { conditions }, null, NOW).slice(-2);
    expect(subjects.map(({ key, account: of }) => [key, of?.id ?? null])).toEqual([
      ['condition/c', 'main'],
      ['condition/d', null],
    ]);
  });

  it('match an account by a complete part of their key', () => {
    expect(isKeyOfAccount('risk/main/USDT-FUTURES/USDT', 'main')).toBe(true);
    expect(isKeyOfAccount('lost/main', 'main')).toBe(true);
    expect(isKeyOfAccount('lost/main2', 'main')).toBe(false);
  });
});

describe('an on/off subject', () => {
  it('is resolved at once, and raised at once when it is danger', () => {
    const subjects = (locked: number | null, now: number) =>
      collectSubjects(portfolioAtRate('0', []), DEFAULT_ALERT_SETTINGS, locked, now);
    const moved = (alertStates: AlertStates, locked: number | null, now: number) =>
      updateAlertStates(alertStates, subjects(locked, now), portfolioAtRate('0', []), DEFAULT_ALERT_SETTINGS, now);
    const shut = moved(NO_ALERT_STATES, NOW, NOW + 1);
    expect(shut.states.locked?.level).toBe('danger');
    expect(moved(shut, null, NOW + 2).states.locked?.level).toBe('safe');
  });

  it('leaves no state if it never rose', () => {
    const { states } = updateAlertStates(NO_ALERT_STATES, [], portfolioAtRate('0', []), DEFAULT_ALERT_SETTINGS, NOW);
    expect(states).toEqual({});
  });
});

describe('an alert state without figures', () => {
  const products = ['USDT-FUTURES', 'COIN-FUTURES'] as const;
  const fresh = { state: 'fresh', at: NOW, figures: [buildMargin()] } as const;
  const accounts = [buildAccount({ products }), buildAccount({ id: 'sub', products })];
  const state: Portfolio = {
    accounts,
    readings: { clockOffset: 0, accounts: { main: buildAccountReading({ 'USDT-FUTURES': fresh }) } },
    settings: DEFAULT_SETTINGS,
  };
  it.each([
    ['risk/main/COIN-FUTURES/BTC', true],
    ['risk/main/USDT-FUTURES/USDT', false],
    ['risk/sub/USDT-FUTURES/USDT', true],
    ['risk/sub/USDC-FUTURES/USDC', false],
    ['risk/gone/USDT-FUTURES/USDT', false],
    ['lost/main', false],
  ])('of %s is awaited: %s', (key, awaited) => {
    expect(isAwaited(key, state)).toBe(awaited);
  });

  it('is lost for its own account only', () => {
    const late = {
      ...state,
      accounts: [buildAccount({ products: ['USDT-FUTURES'] }), buildAccount({ id: 'sub', products })],
    };
    const listLost = (portfolio: Portfolio) =>
      collectSubjects(portfolio, DEFAULT_ALERT_SETTINGS, null, NOW + 11 * MINUTE).flatMap((subject) =>
        subject.rule === 'lost' ? [[subject.account?.id, subject.since]] : [],
      );
    expect(listLost(withFailures(late, NOW + 11 * MINUTE))).toEqual([
      ['main', NOW],
      ['sub', null],
    ]);
    // After a sleep of the computer the figures are as old, but no request has failed yet.
    expect(listLost(late)).toEqual([
      ['main', null],
      ['sub', null],
    ]);
  });
});
