import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin, buildPosition } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import type { Failure } from '../core/failure.ts';
import type { Decimal } from '../money/amount.ts';
import type { AccountReading } from '../polling/reading.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { findDangers, findWorstDanger, isAtRisk, rememberDanger } from './account-danger.ts';
import { buildCards } from './card.ts';

const HOUR = 3_600_000;
const near = buildPosition({ mark: '100', liquidation: '99' });

function read(rate: string, change: Partial<AccountReading> = {}, isPositionRead = true) {
  const margins = [buildMargin({ accountEquity: '9', crossedRiskRate: rate, crossedUnrealizedPL: '1' })];
  const positions = {
    'USDT-FUTURES': { state: 'fresh', at: isPositionRead ? NOW : NOW - 1, figures: [near] },
  } as const;
  const reading = buildAccountReading(
    { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures: margins } },
    { positions, ...change },
  );
  const accounts = [buildAccount({ products: ['USDT-FUTURES'] })];
  return buildPortfolio({}, NOW, { accounts, readings: { clockOffset: 0, accounts: { main: reading } } });
}
const danger = (portfolio: ReturnType<typeof read>, now = NOW) =>
  findDangers(buildCards(portfolio, now), portfolio, now).get('main');
const lastKnown = { level: 'danger', distance: '0.01' as Decimal, at: NOW } as const;

describe('the danger of an account', () => {
  it('is the level of its rate and its distance', () => {
    expect(danger(read('0.55'))).toEqual({ level: 'caution', distance: '0.01', isUnread: false });
  });

  it.each<[string, ReturnType<typeof read>]>([
    ['its rate is unknown', read('', { lastKnown })],
    ['its positions are unknown', read('0.1', { lastKnown }, false)],
  ])('is at least what was last known while %s, for an hour', (_, portfolio) => {
    expect(danger(portfolio)).toMatchObject({ level: 'danger', distance: '0.01' });
    expect(danger(portfolio, NOW + HOUR)).not.toMatchObject({ level: 'danger' });
    expect(danger(portfolio, NOW - HOUR)).not.toMatchObject({ level: 'danger' });
  });

  it.each<[Failure, boolean]>([
    [{ kind: 'timeout' }, true],
    [{ kind: 'trouble', code: 'HTTP 502' }, true],
    [{ kind: 'throttled', until: 0, hasRetryAfter: false }, true],
    [{ kind: 'offline' }, false],
    [{ kind: 'refused', code: '40018', cause: 'address' }, false],
  ])('counts as unread after the failure %j: %s', (failure, isUnread) => {
    const positions = { 'USDT-FUTURES': { state: 'stale', at: NOW, figures: [near], failure, failedAt: NOW } } as const;
    expect(danger(read('0.55', { positions }))).toMatchObject({ level: 'caution', isUnread });
  });

  it('is that of its figures while these are known', () => {
    expect(danger(read('0.55', { lastKnown: { ...lastKnown, distance: null } }))).toMatchObject({ level: 'caution' });
  });
});

it('remembers a danger while a part is unknown, and forgets it once all is known to be calm', () => {
  const remember = (portfolio: ReturnType<typeof read>) =>
    rememberDanger(buildCards(portfolio, NOW), lastKnown, portfolio.settings, NOW + 1);
  expect(remember(read('0.55'))).toEqual({ level: 'caution', distance: '0.01', at: NOW + 1 });
  expect(remember(read(''))).toBe(lastKnown);
  expect(remember(read('0.1', {}, false))).toBe(lastKnown);
  const calm = buildPortfolio({ 'USDT-FUTURES': [buildMargin({ accountEquity: '9', crossedRiskRate: '0.1' })] });
  expect(rememberDanger(buildCards(calm, NOW), lastKnown, calm.settings, NOW)).toBeUndefined();
});

it.each([
  ['safe', false],
  ['unknown', false],
  ['caution', false],
  ['warning', true],
  ['danger', true],
] as const)('an account whose level is %s is at risk: %s', (level, expected) => {
  expect(isAtRisk({ level, distance: null })).toBe(expected);
});

it('the worst danger is the worst level and the nearest of all distances', () => {
  const [card] = buildCards(read('0.55'), NOW);
  if (!card) throw new Error('no card');
  const at = (distance: string | null) => ({
    ...card,
    nearest: distance === null ? ('none' as const) : { ...near, position: near, distance: distance as Decimal },
  });
  const nearest = (...distances: (string | null)[]) =>
    findWorstDanger(distances.map(at) as never, DEFAULT_SETTINGS).distance;
  expect(nearest('0.03', '0.01', '0.02')).toBe('0.01');
  expect(nearest('0.01', null)).toBe('0.01');
  expect(nearest(null, '0.01')).toBe('0.01');
  expect(nearest(null)).toBeNull();
});

it('a danger is remembered only while all margin accounts of the account are known', () => {
  const [known] = buildCards(read('0.55'), NOW);
  const [unknown] = buildCards(read(''), NOW);
  if (!known || !unknown) throw new Error('no card');
  const remember = (cards: readonly (typeof known)[]) => rememberDanger(cards, lastKnown, DEFAULT_SETTINGS, NOW);
  expect(remember([known, unknown])).toBe(lastKnown);
  expect(remember([])).toBe(lastKnown);
  expect(remember([known])).toMatchObject({ level: 'caution' });
});

it('a safe account with a distance is remembered with it', () => {
  const portfolio = read('0.1');
  expect(rememberDanger(buildCards(portfolio, NOW), undefined, portfolio.settings, NOW)).toEqual({
    level: 'safe',
    distance: '0.01',
    at: NOW,
  });
});
