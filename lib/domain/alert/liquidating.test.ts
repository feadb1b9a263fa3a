import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { NOW } from '../../testing/portfolio.ts';
import type { MarginReading } from '../polling/reading.ts';
import type { Portfolio } from '../portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { buildBadge } from '../view/badge.ts';
import { isAlertLog } from './alert-log.ts';
import { DEFAULT_ALERT_SETTINGS } from './alert-settings.ts';
import { formatAlert } from './alert-text.ts';
import { markDelivered } from './mark-delivered.ts';
import { collectDueNotices } from './notices.ts';
import { NO_SNOOZE } from './snooze.ts';
import { collectSubjects } from './subjects.ts';
import { type AlertStates, NO_ALERT_STATES, updateAlertStates } from './update-alert-states.ts';

const calm = [buildMargin({ accountEquity: '9', crossedRiskRate: '0.1' })];
const said = { kind: 'liquidating', code: '25008' } as const;

function buildPortfolioWith(reading: MarginReading): Portfolio {
  const read = buildAccountReading({ 'USDT-FUTURES': reading });
  return {
    accounts: [buildAccount({ products: ['USDT-FUTURES'] })],
    readings: { clockOffset: 0, accounts: { main: read } },
    settings: DEFAULT_SETTINGS,
  };
}

function round(before: AlertStates, reading: MarginReading, now: number) {
  const portfolio = buildPortfolioWith(reading);
  const subjects = collectSubjects(portfolio, DEFAULT_ALERT_SETTINGS, null, now);
  const next = updateAlertStates(before, subjects, portfolio, DEFAULT_ALERT_SETTINGS, now);
  const due = collectDueNotices(next, subjects, DEFAULT_ALERT_SETTINGS, NO_SNOOZE, 60, now);
  const notices = due.active.filter(({ details }) => details.rule === 'liquidating');
  return { notices, alertStates: markDelivered(next, due, true, now) };
}

describe('an account that Bitget is liquidating', () => {
  const failing = (failedAt: number) => ({ state: 'failed', failure: said, failedAt }) as const;

  it('raises danger at once, and not again in the next round', () => {
    const first = round(NO_ALERT_STATES, failing(NOW), NOW);
    expect(first.notices).toMatchObject([
      { level: 'danger', due: 'raised', details: { rule: 'liquidating', label: 'Main' } },
    ]);
    expect(first.notices.map((notice) => formatAlert(notice, false, NOW, english))).toEqual([
      { title: 'Being liquidated: Main', body: 'Open Bitget now and check your positions.' },
    ]);
    expect(isAlertLog(first.notices.map((notice) => ({ at: NOW, status: 'delivered', notice })))).toBe(true);
    expect(round(first.alertStates, failing(NOW + 60_000), NOW + 60_000).notices).toEqual([]);
  });

  it('is repeated after the danger interval', () => {
    const { alertStates } = round(NO_ALERT_STATES, failing(NOW), NOW);
    const later = NOW + 30 * 60_000;
    expect(round(alertStates, failing(later), later).notices).toMatchObject([{ due: 'repeated' }]);
  });

  it('is resolved by figures, not by a gap', () => {
    const { alertStates } = round(NO_ALERT_STATES, failing(NOW), NOW);
    const gap = round(
      alertStates,
      { state: 'failed', failure: { kind: 'timeout' }, failedAt: NOW + 60_000 },
      NOW + 60_000,
    );
    expect(gap.notices).toEqual([]);
    const over = round(gap.alertStates, { state: 'fresh', at: NOW + 120_000, figures: calm }, NOW + 120_000);
    expect(over.notices.map((notice) => formatAlert(notice, false, NOW, english).title)).toEqual([
      'No longer being liquidated: Main',
    ]);
  });

  it('is danger on the badge, with or without earlier figures', () => {
    expect(buildBadge(buildPortfolioWith(failing(NOW)), NOW)).toEqual({ text: '!', tone: 'danger' });
    const stale = { state: 'stale', at: NOW, figures: calm, failure: said, failedAt: NOW } as const;
    expect(buildBadge(buildPortfolioWith(stale), NOW)).toEqual({ text: '!', tone: 'danger' });
  });
});
