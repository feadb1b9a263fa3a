import { expect, it } from 'vitest';
import { buildAccountReading, buildMargin, buildPosition } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import { MINUTE, SECOND } from '../core/time.ts';
import type { Decimal } from '../money/amount.ts';
import type { KnownDanger } from '../polling/reading.ts';
import { buildBadge } from '../view/badge.ts';
import { buildCards, type Portfolio } from './card.ts';
import { filterCards, listDangersOutside } from './card-filter.ts';
import { isUrgentCard } from './full-cards.ts';

const calm = buildMargin({ accountEquity: '9', crossedRiskRate: '0.1' }, { coin: 'USDC', product: 'USDC-FUTURES' });
const open = buildMargin({ accountEquity: '9', crossedRiskRate: '0.1', crossedUnrealizedPL: '-1' });
const timeout = { state: 'failed', failure: { kind: 'timeout' }, failedAt: NOW } as const;
const fresh = <T>(...figures: readonly T[]) => ({ state: 'fresh', at: NOW, figures }) as const;

/** An account in danger so long ago, whose USDT-M positions cannot be read since then, and a calm USDC-M one. */
function hide(age: number, change: Partial<KnownDanger> = {}): Portfolio {
  const lastKnown = { level: 'danger', distance: '0.01' as Decimal, at: NOW - age, ...change } as const;
  const portfolio = buildPortfolio({ 'USDT-FUTURES': [open], 'USDC-FUTURES': [calm] });
  const reading = buildAccountReading(
    { 'USDT-FUTURES': fresh(open), 'USDC-FUTURES': fresh(calm) },
    {
      positions: {
        'USDT-FUTURES': timeout,
        'USDC-FUTURES': fresh(buildPosition({ coin: 'USDC', mark: '100', liquidation: '1', mode: 'crossed' })),
      },
      lastKnown,
    },
  );
  return { ...portfolio, readings: { clockOffset: 0, accounts: { main: reading } } };
}
const levels = (portfolio: Portfolio, now = NOW) =>
  buildCards(portfolio, now).map(({ margin, shown }) => [margin.coin, shown.level]);

/** The safe ones are what a filter leaves out of danger and unknown. */
const outside = (cards: ReturnType<typeof buildCards>) =>
  listDangersOutside(filterCards(cards, { query: '', levels: ['safe'] }), cards).map(({ margin }) => margin.coin);

it.each([
  ['is unknown for a minute', hide(MINUTE)],
  ['is unknown for longer than three minutes', hide(30 * MINUTE)],
  ['was near, at a calm rate', hide(MINUTE, { level: 'safe' })],
])('a card is in danger, first and above each filter, while the badge is because a danger %s', (_, portfolio) => {
  expect(buildBadge(portfolio, NOW).tone).toBe('danger');
  const cards = buildCards(portfolio, NOW);
  expect(levels(portfolio)).toEqual([
    ['USDT', 'danger'],
    ['USDC', 'safe'],
  ]);
  expect(cards[0]).toMatchObject({
    level: 'unknown',
    shown: { rateLevel: 'safe', distanceLevel: 'danger', level: 'danger' },
  });
  expect(cards.map(isUrgentCard)).toEqual([true, false]);
  expect(outside(cards)).toEqual(['USDT']);
});

it.each([
  ['an hour later', hide(60 * MINUTE)],
  ['after a caution', hide(MINUTE, { level: 'caution', distance: null })],
])('an unknown card is no danger %s', (_, portfolio) => {
  expect(buildBadge(portfolio, NOW).tone).toBe('unknown');
  expect(levels(portfolio)).toEqual([
    ['USDT', 'unknown'],
    ['USDC', 'safe'],
  ]);
  expect(outside(buildCards(portfolio, NOW))).toEqual([]);
});

it('a danger that is no longer monitored is above each filter, because the badge keeps its color', () => {
  const portfolio = buildPortfolio({
    'USDT-FUTURES': [buildMargin({ accountEquity: '9', crossedRiskRate: '0.95' })],
  });
  const later = NOW + 10 * MINUTE;
  expect(buildBadge(portfolio, later)).toEqual({ text: '!', tone: 'danger' });
  const cards = buildCards(portfolio, later);
  expect(cards[0]?.shown.level).toBe('unknown');
  expect(outside(cards)).toEqual(['USDT']);
});

it('an account that Bitget liquidates is in danger, whatever its last figures say', () => {
  const failure = { kind: 'liquidating', code: '95001' } as const;
  const portfolio = buildPortfolio({ 'USDT-FUTURES': [open], 'USDC-FUTURES': [calm] });
  const { main } = portfolio.readings.accounts;
  if (!main) throw new Error('the portfolio has no readings');
  const stale = { state: 'stale', at: NOW, figures: [open], failure, failedAt: NOW } as const;
  const accounts = { main: { ...main, margin: { ...main.margin, 'USDT-FUTURES': stale } } };
  const liquidating = { ...portfolio, readings: { clockOffset: 0, accounts } };
  expect(buildBadge(liquidating, NOW + SECOND)).toEqual({ text: '!', tone: 'danger' });
  expect(levels(liquidating, NOW + SECOND)).toEqual([
    ['USDT', 'danger'],
    ['USDC', 'safe'],
  ]);
  expect(outside(buildCards(liquidating, NOW + SECOND))).toEqual(['USDT']);
});
