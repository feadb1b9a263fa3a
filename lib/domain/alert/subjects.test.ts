import { describe, expect, it } from 'vitest';
import { watching } from '../../testing/alerts.ts';
import { account, accountReading, margin } from '../../testing/builders.ts';
import { NOW } from '../../testing/portfolio.ts';
import { MINUTE } from '../core/time.ts';
import type { Decimal } from '../money/amount.ts';
import type { Watched } from '../portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { DEFAULT_ALERTING } from './alert-settings.ts';
import type { Condition } from './condition.ts';
import { isAbout, isAwaited, mattersOf } from './subjects.ts';
import { advance, type Book, NO_ALARMS } from './update-alert-states.ts';

describe('matters', () => {
  const keys = (watched: Watched, locked: number | null = null) =>
    mattersOf(watched, DEFAULT_ALERTING, locked, NOW).map(({ key }) => key);

  it('are the lock, each margin account, each account, and each condition', () => {
    expect(keys(watching('0.1', []))).toEqual([
      'locked',
      'risk/main/USDT-FUTURES/USDT',
      'liquidating/main',
      'lost/main',
    ]);
    expect(keys(watching('0.1', []), NOW)).toEqual(['locked', 'risk/main/USDT-FUTURES/USDT', 'liquidating/main']);
  });

  it('of two rows for one coin are one, the riskier', () => {
    const matters = mattersOf(watching('0.9', [], 2), DEFAULT_ALERTING, null, NOW);
    const risks = matters.filter((matter) => matter.rule === 'risk');
    expect(risks.map(({ card }) => card.risk.rate)).toEqual(['0.9']);
  });

  it('of conditions name their account', () => {
    const one = { id: 'c', kind: 'pnl_below', account: 'main', limit: '5' as Decimal, hours: 1 } as const;
    const conditions: Condition[] = [one, { ...one, id: 'd', account: null }, { ...one, id: 'e', account: 'gone' }];
    const matters = mattersOf(watching('0.1', []), { conditions }, null, NOW).slice(-2);
    expect(matters.map(({ key, account: of }) => [key, of?.id ?? null])).toEqual([
      ['condition/c', 'main'],
      ['condition/d', null],
    ]);
  });

  it('are about an account by a part of their key, not by a part of a word', () => {
    expect(isAbout('risk/main/USDT-FUTURES/USDT', 'main')).toBe(true);
    expect(isAbout('lost/main', 'main')).toBe(true);
    expect(isAbout('lost/main2', 'main')).toBe(false);
  });
});

describe('a matter that either is so or is not', () => {
  it('is over at once, and begins at once where it is danger', () => {
    const matters = (locked: number | null, now: number) => mattersOf(watching('0', []), DEFAULT_ALERTING, locked, now);
    const moved = (book: Book, locked: number | null, now: number) =>
      advance(book, matters(locked, now), watching('0', []), DEFAULT_ALERTING, now);
    const shut = moved(NO_ALARMS, NOW, NOW + 1);
    expect(shut.alarms.locked?.level).toBe('danger');
    expect(moved(shut, null, NOW + 2).alarms.locked?.level).toBe('safe');
  });

  it('leaves nothing behind in a book of what never rose', () => {
    const { alarms } = advance(NO_ALARMS, [], watching('0', []), DEFAULT_ALERTING, NOW);
    expect(alarms).toEqual({});
  });
});

describe('an alarm whose figures are not there', () => {
  const products = ['USDT-FUTURES', 'COIN-FUTURES'] as const;
  const fresh = { state: 'fresh', at: NOW, figures: [margin()] } as const;
  const accounts = [account({ products }), account({ id: 'sub', products })];
  const state: Watched = {
    accounts,
    readings: { clockOffset: 0, accounts: { main: accountReading({ 'USDT-FUTURES': fresh }) } },
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

  it('is lost for its own account alone', () => {
    const late = { ...state, accounts: [account({ products: ['USDT-FUTURES'] }), account({ id: 'sub', products })] };
    const since = mattersOf(late, DEFAULT_ALERTING, null, NOW + 11 * MINUTE).flatMap((matter) =>
      matter.rule === 'lost' ? [[matter.account?.id, matter.since]] : [],
    );
    expect(since).toEqual([
      ['main', NOW],
      ['sub', null],
    ]);
  });
});
