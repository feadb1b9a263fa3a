import { describe, expect, it } from 'vitest';
import { alertNotice, riskDetails } from '../../testing/alerts.ts';
import { buildPosition } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { NOW } from '../../testing/portfolio.ts';
import type { Decimal } from '../money/amount.ts';
import { formatAlert, formatAlerts } from './alert-text.ts';
import { type AlertDetails, type AlertNotice, isClearing, notificationUrgency } from './notices.ts';

describe('formatAlert', () => {
  it.each([
    ['danger', 'critical'],
    ['warning', 'normal'],
    ['caution', 'silent'],
    ['safe', 'silent'],
  ] as const)('of %s: %s', (level, urgency) => {
    expect(notificationUrgency([alertNotice({ level: 'safe' }), alertNotice({ level })])).toBe(urgency);
  });

  it('clears only the notification of resumed monitoring', () => {
    const lost: AlertDetails = { rule: 'lost', label: 'Main' };
    const clears = [alertNotice(), alertNotice({ details: lost }), alertNotice({ details: riskDetails() })].flatMap(
      (each) => [each, { ...each, due: 'resolved' as const }].map(isClearing),
    );
    expect(clears).toEqual([false, true, false, true, false, false]);
  });

  it.each<[Partial<AlertNotice>, string, string]>([
    [{}, 'Margin Glance is locked', 'Nothing is watched until you unlock it.'],
    [{ due: 'resolved' }, 'Margin Glance is unlocked', ''],
    [{ details: { rule: 'lost', label: 'Main' }, due: 'resolved' }, 'Monitoring is back: Main', ''],
    [
      { details: riskDetails(), level: 'warning', previousLevel: 'caution' },
      'Warning: BTC Coin-M, Main at 80.0 %',
      'Before: Caution. Read 5 s ago.',
    ],
    [
      { details: riskDetails({ complete: false }), due: 'repeated' },
      'Danger goes on: BTC Coin-M, Main at ≥ 80.0 %',
      'Read 5 s ago.',
    ],
    [
      { details: riskDetails({ driver: buildPosition() }), due: 'resolved', previousLevel: 'danger' },
      'Safe again: BTC Coin-M, Main at 80.0 %',
      'Before: Danger. Read 5 s ago.',
    ],
  ])('%#: %j', (change, title, body) => {
    const text = formatAlert(alertNotice(change), false, NOW + 5_000, english);
    expect([text.title, text.body]).toEqual([title, body]);
  });

  it('says since when monitoring has stopped', () => {
    const { title, body } = formatAlert(alertNotice({ details: { rule: 'lost', label: 'Main' } }), false, NOW, english);
    expect(title).toBe('Monitoring lost: Main');
    expect(body).toMatch(/\d\d:\d\d/);
  });

  it("names a condition's figure and its current value", () => {
    const about = { rule: 'condition', label: null, kind: 'equity_below', limit: '500' as Decimal, hours: 1 } as const;
    const text = (change: Partial<AlertNotice>, value: string | null, hidden = false) =>
      formatAlert(
        alertNotice({ details: { ...about, value: value as Decimal | null }, ...change }),
        hidden,
        NOW,
        english,
      );
    expect(text({}, '499.5')).toEqual({
      title: 'All accounts: equity is below 500.00 USDT',
      body: 'Now 499.50 USDT.',
    });
    expect(text({ due: 'repeated' }, null)).toEqual({
      title: 'Goes on: All accounts: equity is below 500.00 USDT',
      body: '',
    });
    expect(text({ due: 'resolved' }, '600', true)).toEqual({
      title: 'Over: All accounts: equity is below your limit',
      body: '',
    });
  });

  it('formats a percentage with at most two decimals', () => {
    const about = { rule: 'condition', label: 'Main', kind: 'equity_fall', hours: 24, value: null } as const;
    const title = (limit: string) =>
      formatAlert(alertNotice({ details: { ...about, limit: limit as Decimal } }), true, NOW, english).title;
    expect(title('7.5')).toBe('Main: equity fell by 7.5 % or more within 24 h');
    expect(title('7.1249')).toBe('Main: equity fell by 7.12 % or more within 24 h');
  });

  it('returns empty texts for no notice, and at most five titles', () => {
    expect(formatAlerts([], false, NOW, english)).toEqual({ title: '', body: '' });
    const back = alertNotice({ due: 'resolved' });
    expect(formatAlerts([back, back], false, NOW, english).body).toBe('Margin Glance is unlocked');
    const five = Array.from({ length: 5 }, () => alertNotice());
    expect(formatAlerts(five, false, NOW, english).body.split('\n')).toHaveLength(5);
    expect(formatAlerts(five, false, NOW, english).body).not.toContain('more');
  });
});
