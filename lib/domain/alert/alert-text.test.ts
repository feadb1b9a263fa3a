import { describe, expect, it } from 'vitest';
import { alertNotice, riskDetails } from '../../testing/alerts.ts';
import { buildPosition } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { NOW } from '../../testing/portfolio.ts';
import type { Decimal } from '../money/amount.ts';
import type { AlertDetails } from './alert-details.ts';
import { formatAlert, formatAlerts, formatButtons } from './alert-text.ts';
import { type AlertNotice, isClearing, notificationUrgency } from './notices.ts';

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
    const unknown = { rule: 'unknown', label: 'Main', product: 'COIN-FUTURES', coin: 'BTC' } as const;
    const details: AlertDetails = { ...unknown, lastLevel: 'danger', why: 'positions_unread' };
    expect(isClearing(alertNotice({ details, due: 'resolved' }))).toBe(true);
    expect(isClearing(alertNotice({ details }))).toBe(false);
    const clears = [alertNotice(), alertNotice({ details: lost }), alertNotice({ details: riskDetails() })].flatMap(
      (each) => [each, { ...each, due: 'resolved' as const }].map(isClearing),
    );
    expect(clears).toEqual([false, true, false, true, false, false]);
  });

  it.each<[Partial<AlertNotice>, string, string]>([
    [{}, 'Margin Glance is locked', 'Unlock it: nothing is monitored until then.'],
    [{ due: 'resolved' }, 'Margin Glance is unlocked', ''],
    [{ details: { rule: 'lost', label: 'Main' }, due: 'resolved' }, 'Monitoring is back: Main', ''],
    [{ details: riskDetails(), level: 'warning', previousLevel: 'caution' }, 'Warning: BTC Coin-M, Main at 80.0%', ''],
    [{ details: riskDetails({ complete: false }), due: 'repeated' }, 'Still Danger: BTC Coin-M, Main at ≥ 80.0%', ''],
    [
      { details: riskDetails({ driver: buildPosition() }), due: 'resolved', previousLevel: 'danger' },
      'Safe again: BTC Coin-M, Main at 80.0%',
      'Before: Danger.',
    ],
  ])('%#: %j', (change, title, body) => {
    const text = formatAlert(alertNotice(change), false, NOW + 5_000, english);
    expect([text.title, text.body]).toEqual([title, body]);
  });

  describe('of a distance', () => {
    const driver = buildPosition({ leverage: '20', mark: '58368', liquidation: '57842.20' });
    const distance = '0.009' as Decimal;
    const remedy = { add: '1055' as Decimal, coin: 'USDT', goal: '0.025' as Decimal };
    const text = (change: Parameters<typeof riskDetails>[0], hidden = false, due: AlertNotice['due'] = 'raised') =>
      formatAlert(alertNotice({ details: riskDetails({ driver, distance, ...change }), due }), hidden, NOW, english);

    it('names the contract, the distance, the price and what helps', () => {
      expect(text({ remedy })).toEqual({
        title: 'BTCUSDT is 0.9% from liquidation',
        body: 'Main · long 20×: a fall to 57,842.20 liquidates it. About 1,055 USDT more makes it 2.5%.',
      });
      expect(text({ remedy: null }, false, 'repeated')).toEqual({
        title: 'Still: BTCUSDT is 0.9% from liquidation',
        body: 'Main · long 20×: a fall to 57,842.20 liquidates it.',
      });
    });

    it('shows neither price nor amount while amounts are hidden', () => {
      expect(text({ remedy }, true).body).toBe('Main · long 20×. Open to see how much margin would help.');
      const hidden = text({ remedy, distance: null }, true);
      expect(hidden.body).toBe('BTCUSDT long 20× cross: 0.9% to liquidation. Open to see how much margin would help.');
    });

    it('is never 0.0%', () => {
      expect(text({ distance: '0.00099' as Decimal }).title).toBe('BTCUSDT is < 0.1% from liquidation');
      const reached = { ...driver, liquidation: '60000' as Decimal };
      expect(text({ distance: '0' as Decimal, driver: reached })).toEqual({
        title: 'BTCUSDT is < 0.1% from liquidation',
        body: 'BTCUSDT long 20× cross: at its liquidation price.',
      });
    });

    it('names the margin mode of an isolated short', () => {
      const short = buildPosition({ side: 'short', mode: 'isolated', mark: '100', liquidation: '101.5' });
      expect(text({ driver: short }).body).toBe('Main · short 10× isolated: a rise to 101.5 liquidates it.');
    });

    it('shows its age from one minute on', () => {
      const late = formatAlert(alertNotice({ details: riskDetails() }), false, NOW + 60_000, english);
      expect(late.body).toBe('Read 1 min ago.');
    });
  });

  it('labels a button for the contract, and one to acknowledge what may be repeated', () => {
    const labels = (change: Partial<AlertNotice>, url: string | null) =>
      formatButtons([alertNotice(change)], url, english);
    const details = riskDetails({ driver: buildPosition() });
    expect(labels({ details }, 'https://x')).toEqual(['Open BTCUSDT at Bitget', 'I’ve seen it']);
    expect(labels({ details }, null)).toEqual(['I’ve seen it']);
    expect(labels({ details, due: 'resolved' }, null)).toEqual([]);
    expect(labels({}, null)).toEqual([]);
    expect(labels({}, 'https://x')).toEqual([]);
    expect(labels({ details: riskDetails() }, 'https://x')).toEqual(['I’ve seen it']);
    expect(labels({ details: { rule: 'liquidating', label: 'Main' } }, null)).toEqual(['I’ve seen it']);
    expect(formatButtons([alertNotice(), alertNotice({ details })], null, english)).toEqual(['I’ve seen it']);
    expect(formatButtons([], 'https://x', english)).toEqual([]);
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
      title: 'Still: All accounts: equity is below 500.00 USDT',
      body: '',
    });
    expect(text({ due: 'resolved' }, '600', true)).toEqual({
      title: 'No longer: All accounts: equity is below your limit',
      body: '',
    });
  });

  it('names no value of a distance, which is no amount', () => {
    const about = { rule: 'condition', label: 'Main', kind: 'distance_below', hours: 1 } as const;
    const details = { ...about, limit: '4' as Decimal, value: '0.03' as Decimal };
    expect(formatAlert(alertNotice({ details }), false, NOW, english)).toEqual({
      title: 'Main: less than 4% to liquidation',
      body: '',
    });
  });

  it('says why a risk is unknown, and only that it is known again', () => {
    const about = {
      rule: 'unknown',
      label: 'Main',
      product: 'COIN-FUTURES',
      coin: 'BTC',
      lastLevel: 'danger',
    } as const;
    const notice = alertNotice({ details: { ...about, why: 'positions_unread' } });
    expect(formatAlert(notice, false, NOW, english)).toEqual({
      title: 'Risk unknown: BTC Coin-M, Main',
      body: 'The positions couldn’t be read. Last known level: Danger.',
    });
    expect(formatAlert({ ...notice, due: 'resolved' }, false, NOW, english)).toEqual({
      title: 'Risk known again: BTC Coin-M, Main',
      body: '',
    });
  });

  it('names the margin account, not the distance, once a near position is safe again', () => {
    const driver = buildPosition({ liquidation: '57842.20' });
    const details = riskDetails({ driver, distance: '0.009' as Decimal });
    expect(formatAlert(alertNotice({ details, due: 'resolved' }), false, NOW, english).title).toBe(
      'Safe again: BTC Coin-M, Main at 80.0%',
    );
  });

  it('formats a percentage with at most two decimals', () => {
    const about = { rule: 'condition', label: 'Main', kind: 'equity_fall', hours: 24, value: null } as const;
    const title = (limit: string) =>
      formatAlert(alertNotice({ details: { ...about, limit: limit as Decimal } }), true, NOW, english).title;
    expect(title('7.5')).toBe('Main: equity fell by 7.5% or more within 24 h');
    expect(title('7.1249')).toBe('Main: equity fell by 7.12% or more within 24 h');
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
