import { describe, expect, it } from 'vitest';
import { portfolioAtRate, raisedState } from '../../testing/alerts.ts';
import { buildMargin, buildPosition } from '../../testing/builders.ts';
import { NOW } from '../../testing/portfolio.ts';
import { MINUTE } from '../core/time.ts';
import type { Position } from '../margin/position.ts';
import type { Decimal } from '../money/amount.ts';
import type { Portfolio } from '../portfolio/card.ts';
import { DEFAULT_ALERT_SETTINGS } from './alert-settings.ts';
import type { AlertState } from './alert-state.ts';
import { collectDueNotices, noticeUrl } from './notices.ts';
import { NO_SNOOZE } from './snooze.ts';
import { collectSubjects } from './subjects.ts';
import { NO_ALERT_STATES } from './update-alert-states.ts';

describe('the driving position', () => {
  const findDriver = (rate: string, positions: readonly Position[]) => {
    const portfolio = portfolioAtRate(rate, positions);
    const subjects = collectSubjects(portfolio, DEFAULT_ALERT_SETTINGS, null, NOW);
    const alertStates = { ...NO_ALERT_STATES, states: { 'risk/main/USDT-FUTURES/USDT': raisedState('danger') } };
    const [notice] = collectDueNotices(alertStates, subjects, DEFAULT_ALERT_SETTINGS, NO_SNOOZE, 60, NOW).active;
    return notice?.details.rule === 'risk' ? (notice.details.driver?.symbol ?? null) : undefined;
  };
  const near = buildPosition({ symbol: 'NEAR', liquidation: '59000' });
  const isolated = buildPosition({ symbol: 'APART', mode: 'isolated', liquidation: '30000', ratio: '0.92' });

  it('is the isolated position whose own rate is the risk', () => {
    expect(findDriver('0.5', [near, isolated])).toBe('APART');
  });

  it('is no cross position, whose rate is a part of the total', () => {
    const crossed = buildPosition({ symbol: 'CROSSED', liquidation: '50000', ratio: '0.95' });
    expect(findDriver('0.5', [crossed, isolated])).toBe('APART');
  });

  it('is the position nearest to liquidation when the distance makes the level', () => {
    expect(findDriver('0.5', [buildPosition({ symbol: 'CLOSE', liquidation: '59500' }), isolated])).toBe('CLOSE');
  });

  it("is the position nearest to liquidation when the rate is the account's", () => {
    expect(findDriver('0.95', [near, isolated])).toBe('NEAR');
    expect(findDriver('0.95', [buildPosition({ symbol: 'CROSS', ratio: '0.99' })])).toBe('CROSS');
    expect(
      findDriver('0.95', [near, buildPosition({ symbol: 'DARK', mode: 'isolated', liquidation: '9', ratio: 'x' })]),
    ).toBe('NEAR');
  });

  it('is null without positions', () => {
    expect(findDriver('0.95', [])).toBeNull();
  });
});

it('notifies a lock with the time of its sample', () => {
  const subjects = collectSubjects(portfolioAtRate('0.1', []), DEFAULT_ALERT_SETTINGS, NOW - MINUTE, NOW);
  const alertStates = { ...NO_ALERT_STATES, states: { locked: raisedState('danger') } };
  const [notice] = collectDueNotices(alertStates, subjects, DEFAULT_ALERT_SETTINGS, NO_SNOOZE, 60, NOW).active;
  expect(notice).toMatchObject({ details: { rule: 'locked' }, at: raisedState('danger').at });
});

describe('a repeated notice', () => {
  const notified30 = { lastNotified: { level: 'danger', at: NOW - 30 * MINUTE } } as const;
  const issue = (change: Partial<AlertState>, alertSettings = DEFAULT_ALERT_SETTINGS, age = 0) => {
    const alertStates = {
      ...NO_ALERT_STATES,
      states: { 'risk/main/USDT-FUTURES/USDT': raisedState('danger', change) },
    };
    const portfolio = portfolioAtRate('0.95', []);
    const subjects = collectSubjects(portfolio, alertSettings, null, NOW);
    return collectDueNotices(alertStates, subjects, alertSettings, NO_SNOOZE, 60, NOW + age).active.map(
      ({ due }) => due,
    );
  };

  it('comes for danger after its interval, while fresh and not recovering', () => {
    expect(issue(notified30)).toEqual(['repeated']);
    expect(issue({ lastNotified: { level: 'danger', at: NOW - 30 * MINUTE + 1 } })).toEqual([]);
    expect(issue({ ...notified30, recovering: { since: NOW, level: 'warning' } })).toEqual([]);
    expect(issue(notified30, DEFAULT_ALERT_SETTINGS, 2 * MINUTE)).toEqual([]);
  });

  it('does not come while the figures of its card are stale, though its last sample is not', () => {
    const portfolio = portfolioAtRate('0.95', []);
    const subjects = collectSubjects(portfolio, DEFAULT_ALERT_SETTINGS, null, NOW).map((subject) =>
      subject.rule === 'risk' ? { ...subject, card: { ...subject.card, stale: true } } : subject,
    );
    const states = { 'risk/main/USDT-FUTURES/USDT': raisedState('danger', notified30) };
    const alertStates = { ...NO_ALERT_STATES, states };
    const { active } = collectDueNotices(alertStates, subjects, DEFAULT_ALERT_SETTINGS, NO_SNOOZE, 60, NOW);
    expect(active).toEqual([]);
  });

  it('does not come with an interval of 0 or while alerts are off', () => {
    expect(issue(notified30, { ...DEFAULT_ALERT_SETTINGS, repeatDanger: 0 })).toEqual([]);
    expect(issue(notified30, { ...DEFAULT_ALERT_SETTINGS, on: false })).toEqual([]);
  });

  it('comes for a condition after the warning interval, and never for a lock', () => {
    const conditions = [{ id: 'c', kind: 'pnl_below', account: null, limit: '5' as Decimal, hours: 1 }] as const;
    const alertSettings = { ...DEFAULT_ALERT_SETTINGS, from: 'danger', conditions } as const;
    const old = { level: 'warning', at: NOW - 240 * MINUTE } as const;
    const alertStates = {
      ...NO_ALERT_STATES,
      states: {
        'condition/c': raisedState('warning', { lastNotified: old }),
        locked: raisedState('danger', { lastNotified: { level: 'danger', at: 1 } }),
      },
    };
    const subjects = collectSubjects(portfolioAtRate('0.1', []), alertSettings, NOW, NOW);
    const { active } = collectDueNotices(alertStates, subjects, alertSettings, NO_SNOOZE, 60, NOW);
    expect(active.map(({ key, due }) => `${key} ${due}`)).toEqual(['condition/c repeated']);
  });
});

describe('due notices', () => {
  const conditions = [{ id: 'c', kind: 'pnl_below', account: null, limit: '5' as Decimal, hours: 1 }] as const;
  const alertSettings = { ...DEFAULT_ALERT_SETTINGS, from: 'caution', conditions } as const;
  const alertStates = {
    ...NO_ALERT_STATES,
    states: {
      'risk/main/USDT-FUTURES/USDT': raisedState('caution'),
      'lost/main': raisedState('warning', { at: NOW - 5 }),
      'condition/c': raisedState('danger'),
    },
  };
  const due = (snooze = NO_SNOOZE, portfolio = portfolioAtRate('0.55', [])) =>
    collectDueNotices(
      alertStates,
      collectSubjects(portfolio, alertSettings, null, NOW),
      alertSettings,
      snooze,
      60,
      NOW,
    );

  it('are sorted by urgency', () => {
    expect(due().active.map(({ level }) => level)).toEqual(['danger', 'warning', 'caution']);
    expect(due().suppressed).toEqual([]);
  });

  it('are suppressed by a snooze, never both', () => {
    const { active, suppressed } = due({ all: 0, accounts: { main: NOW + 1 } });
    expect(active.map(({ key }) => key)).toEqual(['condition/c']);
    expect(suppressed.map(({ key }) => key)).toEqual(['lost/main', 'risk/main/USDT-FUTURES/USDT']);
  });

  it('are empty while alerts are off', () => {
    const off = { ...alertSettings, on: false };
    const subjects = collectSubjects(portfolioAtRate('0.55', []), off, null, NOW);
    expect(collectDueNotices(alertStates, subjects, off, NO_SNOOZE, 60, NOW)).toEqual({ active: [], suppressed: [] });
  });

  it('carry the time since when an account is lost, or the time of reading', () => {
    const lostAt = NOW - 30 * MINUTE;
    const old = portfolioAtRate('0.55', []);
    const main = old.readings.accounts.main;
    const failure = { kind: 'timeout' } as const;
    const figures = [buildMargin()];
    const stale = { 'USDT-FUTURES': { state: 'stale', at: lostAt, figures, failure, failedAt: NOW } } as const;
    const gone = { ...old, readings: { clockOffset: 0, accounts: main ? { main: { ...main, margin: stale } } : {} } };
    expect(due(NO_SNOOZE, gone).active.map(({ key, at }) => [key, at])).toContainEqual(['lost/main', lostAt]);
    expect(due().active.map(({ key, at }) => [key, at])).toContainEqual(['lost/main', NOW - 5]);
    expect(due().active.map(({ key, at }) => [key, at])).toContainEqual(['condition/c', NOW]);
  });

  it('carry the value of a condition, or null', () => {
    const value = (portfolio: Portfolio) =>
      due(NO_SNOOZE, portfolio).active.find(({ key }) => key === 'condition/c')?.details;
    expect(value(portfolioAtRate('0.55', []))).toMatchObject({
      label: null,
      kind: 'pnl_below',
      limit: '5',
      hours: 1,
      value: '0',
    });
    expect(value({ ...portfolioAtRate('0.55', []), readings: { clockOffset: 0, accounts: {} } })).toMatchObject({
      value: null,
    });
  });
});

it('names the page of the contract, except for a demo account and an end', () => {
  const position = buildPosition({ symbol: 'BTCUSDT', liquidation: '59500' });
  const alertStates = { ...NO_ALERT_STATES, states: { 'risk/main/USDT-FUTURES/USDT': raisedState('danger') } };
  const find = (demo: boolean) => {
    const real = portfolioAtRate('0.5', [position]);
    const portfolio = { ...real, accounts: real.accounts.map((account) => ({ ...account, demo })) };
    const subjects = collectSubjects(portfolio, DEFAULT_ALERT_SETTINGS, null, NOW);
    return collectDueNotices(alertStates, subjects, DEFAULT_ALERT_SETTINGS, NO_SNOOZE, 60, NOW).active;
  };
  expect(find(false).map(noticeUrl)).toEqual(['https://www.bitget.com/futures/usdt/BTCUSDT']);
  expect(find(false).map((notice) => noticeUrl({ ...notice, due: 'resolved' }))).toEqual([null]);
  expect(find(true).map(noticeUrl)).toEqual([null]);
});
