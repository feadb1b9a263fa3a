import { describe, expect, it } from 'vitest';
import { risen, watching } from '../../testing/alerts.ts';
import { margin, position } from '../../testing/builders.ts';
import { NOW } from '../../testing/portfolio.ts';
import { MINUTE } from '../core/time.ts';
import type { Position } from '../margin/position.ts';
import type { Decimal } from '../money/amount.ts';
import type { Watched } from '../portfolio/card.ts';
import { DEFAULT_ALERTING } from './alert-settings.ts';
import type { Alarm } from './alert-state.ts';
import { newsOf } from './notices.ts';
import { NO_SILENCE } from './snooze.ts';
import { mattersOf } from './subjects.ts';
import { NO_ALARMS } from './update-alert-states.ts';

describe('what drives a risk', () => {
  const driverOf = (rate: string, positions: readonly Position[]) => {
    const watched = watching(rate, positions);
    const matters = mattersOf(watched, DEFAULT_ALERTING, null, NOW);
    const book = { ...NO_ALARMS, alarms: { 'risk/main/USDT-FUTURES/USDT': risen('danger') } };
    const [news] = newsOf(book, matters, DEFAULT_ALERTING, NO_SILENCE, 60, NOW).loud;
    return news?.about.rule === 'risk' ? (news.about.driver?.symbol ?? null) : undefined;
  };
  const near = position({ symbol: 'NEAR', liquidation: '59000' });
  const apart = position({ symbol: 'APART', mode: 'isolated', liquidation: '30000', ratio: '0.92' });

  it('is the isolated position whose own rate it is', () => {
    expect(driverOf('0.5', [near, apart])).toBe('APART');
  });

  it('is no crossed position, whose rate is a part of the whole', () => {
    const crossed = position({ symbol: 'CROSSED', liquidation: '59500', ratio: '0.95' });
    expect(driverOf('0.5', [crossed, apart])).toBe('APART');
  });

  it('is the position nearest to liquidation where the rate is that of the whole', () => {
    expect(driverOf('0.95', [near, apart])).toBe('NEAR');
    expect(driverOf('0.95', [position({ symbol: 'CROSS', ratio: '0.99' })])).toBe('CROSS');
    expect(driverOf('0.95', [near, position({ symbol: 'DARK', mode: 'isolated', liquidation: '9', ratio: 'x' })])).toBe(
      'NEAR',
    );
  });

  it('is nothing where there is no position', () => {
    expect(driverOf('0.95', [])).toBeNull();
  });
});

it('a lock is told with the time of its sample', () => {
  const matters = mattersOf(watching('0.1', []), DEFAULT_ALERTING, NOW - MINUTE, NOW);
  const book = { ...NO_ALARMS, alarms: { locked: risen('danger') } };
  const [news] = newsOf(book, matters, DEFAULT_ALERTING, NO_SILENCE, 60, NOW).loud;
  expect(news).toMatchObject({ about: { rule: 'locked' }, at: risen('danger').at });
});

describe('what is told again', () => {
  const told30 = { told: { level: 'danger', at: NOW - 30 * MINUTE } } as const;
  const issue = (change: Partial<Alarm>, alerting = DEFAULT_ALERTING, age = 0) => {
    const book = { ...NO_ALARMS, alarms: { 'risk/main/USDT-FUTURES/USDT': risen('danger', change) } };
    const watched = watching('0.95', []);
    const matters = mattersOf(watched, alerting, null, NOW);
    return newsOf(book, matters, alerting, NO_SILENCE, 60, NOW + age).loud.map(({ due }) => due);
  };

  it('is a danger after the chosen time, while it is read and not going down', () => {
    expect(issue(told30)).toEqual(['repeat']);
    expect(issue({ told: { level: 'danger', at: NOW - 30 * MINUTE + 1 } })).toEqual([]);
    expect(issue({ ...told30, cooling: { since: NOW, level: 'warning' } })).toEqual([]);
    expect(issue(told30, DEFAULT_ALERTING, 2 * MINUTE)).toEqual([]);
  });

  it('is nothing with a repeat of 0, or while alerts are off', () => {
    expect(issue(told30, { ...DEFAULT_ALERTING, repeatDanger: 0 })).toEqual([]);
    expect(issue(told30, { ...DEFAULT_ALERTING, on: false })).toEqual([]);
  });

  it('is a condition after the time of a warning, and no lock', () => {
    const conditions = [{ id: 'c', kind: 'pnl_below', account: null, limit: '5' as Decimal, hours: 1 }] as const;
    const alerting = { ...DEFAULT_ALERTING, from: 'danger', conditions } as const;
    const old = { level: 'warning', at: NOW - 240 * MINUTE } as const;
    const book = {
      ...NO_ALARMS,
      alarms: {
        'condition/c': risen('warning', { told: old }),
        locked: risen('danger', { told: { level: 'danger', at: 1 } }),
      },
    };
    const matters = mattersOf(watching('0.1', []), alerting, NOW, NOW);
    const { loud } = newsOf(book, matters, alerting, NO_SILENCE, 60, NOW);
    expect(loud.map(({ key, due }) => `${key} ${due}`)).toEqual(['condition/c repeat']);
  });
});

describe('what is due', () => {
  const conditions = [{ id: 'c', kind: 'pnl_below', account: null, limit: '5' as Decimal, hours: 1 }] as const;
  const alerting = { ...DEFAULT_ALERTING, conditions };
  const book = {
    ...NO_ALARMS,
    alarms: {
      'risk/main/USDT-FUTURES/USDT': risen('caution'),
      'lost/main': risen('warning', { at: NOW - 5 }),
      'condition/c': risen('danger'),
    },
  };
  const due = (silence = NO_SILENCE, watched = watching('0.55', [])) =>
    newsOf(book, mattersOf(watched, alerting, null, NOW), alerting, silence, 60, NOW);

  it('comes most urgent first', () => {
    expect(due().loud.map(({ level }) => level)).toEqual(['danger', 'warning', 'caution']);
    expect(due().silent).toEqual([]);
  });

  it('is silent where the user wants it, and never both', () => {
    const { loud, silent } = due({ all: 0, accounts: { main: NOW + 1 } });
    expect(loud.map(({ key }) => key)).toEqual(['condition/c']);
    expect(silent.map(({ key }) => key)).toEqual(['lost/main', 'risk/main/USDT-FUTURES/USDT']);
  });

  it('is nothing at all while alerts are off', () => {
    const off = { ...alerting, on: false };
    const matters = mattersOf(watching('0.55', []), off, null, NOW);
    expect(newsOf(book, matters, off, NO_SILENCE, 60, NOW)).toEqual({ loud: [], silent: [] });
  });

  it('tells since when an account is lost, and of the rest when it was read', () => {
    const lostAt = NOW - 30 * MINUTE;
    const old = watching('0.55', []);
    const main = old.readings.accounts.main;
    const stale = { 'USDT-FUTURES': { state: 'fresh', at: lostAt, figures: [margin()] } } as const;
    const gone = { ...old, readings: { clockOffset: 0, accounts: main ? { main: { ...main, margin: stale } } : {} } };
    expect(due(NO_SILENCE, gone).loud.map(({ key, at }) => [key, at])).toContainEqual(['lost/main', lostAt]);
    expect(due().loud.map(({ key, at }) => [key, at])).toContainEqual(['lost/main', NOW - 5]);
    expect(due().loud.map(({ key, at }) => [key, at])).toContainEqual(['condition/c', NOW]);
  });

  it('says what a condition looks at, or that it is not known', () => {
    const value = (watched: Watched) => due(NO_SILENCE, watched).loud.find(({ key }) => key === 'condition/c')?.about;
    expect(value(watching('0.55', []))).toMatchObject({
      label: null,
      kind: 'pnl_below',
      limit: '5',
      hours: 1,
      value: '0',
    });
    expect(value({ ...watching('0.55', []), readings: { clockOffset: 0, accounts: {} } })).toMatchObject({
      value: null,
    });
  });
});
