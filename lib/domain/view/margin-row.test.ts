import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin, buildPosition, buildUnified } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { NOW } from '../../testing/portfolio.ts';
import type { MarginAccount } from '../margin/margin-account.ts';
import type { Position } from '../margin/position.ts';
import { buildCards, type Card } from '../portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { buildMarginRow, buildMeasures, detailsName } from './margin-row.ts';

const { near } = DEFAULT_SETTINGS;
const FIGURES = {
  accountEquity: '9016.19',
  crossedMaxAvailable: '7056.539',
  unrealizedPL: '-27.37',
  crossedRiskRate: '0.2',
};

function cardFrom(margin: MarginAccount, positions: readonly Position[] = [], at = NOW): Card {
  const { product } = margin;
  const fresh = <T>(figures: T) => ({ state: 'fresh', at, figures }) as const;
  const reading = buildAccountReading(
    { [product]: fresh([margin]) },
    { positions: { [product]: fresh(positions) }, family: product === 'UNIFIED' ? 'unified' : 'classic' },
  );
  const readings = { clockOffset: 0, accounts: { main: reading } };
  const [card] = buildCards({ accounts: [buildAccount()], readings, settings: DEFAULT_SETTINGS }, NOW);
  if (!card) throw new Error('no card');
  return card;
}
const row = (margin: MarginAccount, change = {}) =>
  buildMarginRow(cardFrom(margin), { hidden: false, isInGroup: false, ...change }, english);
const measures = (card: Card) => {
  const { distance, rate, cause } = buildMeasures(card, near, english);
  return [`${distance.text} ${distance.level}`, `${rate.text} ${rate.level}`, cause];
};

describe('the row of a margin account', () => {
  it('says what is free, the equity and the PnL', () => {
    expect(row(buildMargin(FIGURES))).toMatchObject({
      title: 'Main',
      kind: 'USDT-M',
      freeMargin: { text: '7,056.53' },
      equity: { text: '9,016.19' },
      pnl: { text: '-27.37', tone: 'down' },
      shortfall: null,
    });
  });

  it('names the coin where the product does not imply it', () => {
    expect(row(buildMargin(FIGURES, { product: 'COIN-FUTURES', coin: 'ETH' })).kind).toBe('ETH Coin-M');
    expect(row(buildMargin(FIGURES, { coin: 'BTC' })).kind).toBe('BTC USDT-M');
    expect(row(buildUnified({ accountEquity: '1' }))).toMatchObject({ title: 'Main', kind: 'Unified' });
  });

  it('is named by its coin below the line of its account', () => {
    const inGroup = row(buildMargin(FIGURES, { product: 'COIN-FUTURES', coin: 'ETH' }), { isInGroup: true });
    expect(inGroup).toMatchObject({ title: 'ETH', kind: 'Coin-M' });
  });

  it('says how much is missing instead of a negative free margin', () => {
    expect(row(buildMargin({ ...FIGURES, crossedMaxAvailable: '-120.5' }))).toMatchObject({
      freeMargin: { text: '0.00' },
      shortfall: '120.50 short',
    });
  });

  it('never shows an unknown amount as zero, and hides every amount', () => {
    const unknown = row(buildUnified({ accountEquity: null, effEquity: null, imr: null, unrealisedPnl: null }));
    expect([unknown.freeMargin.text, unknown.equity.text, unknown.pnl.text]).toEqual(['—', '—', '—']);
    const hidden = row(buildMargin({ ...FIGURES, crossedMaxAvailable: '-120.5' }), { hidden: true });
    expect(JSON.stringify(hidden)).not.toMatch(/\d{2}/);
    expect(hidden.shortfall).toBeNull();
  });

  it('is opened by a button that begins with what is seen', () => {
    expect(detailsName(cardFrom(buildMargin(FIGURES)), english)).toBe('Main USDT: details');
    expect(detailsName(cardFrom(buildUnified({ accountEquity: '1' })), english)).toBe('Main: details');
  });
});

describe('the measures of a row', () => {
  it('have their own levels, and the shape stands beside the one that causes the level', () => {
    const position = buildPosition({ mark: '100', liquidation: '97.5' });
    expect(measures(cardFrom(buildMargin(FIGURES), [position]))).toEqual(['↓ 2.5% warning', '20.0% safe', 'distance']);
    expect(measures(cardFrom(buildMargin({ ...FIGURES, crossedRiskRate: '0.95' })))).toEqual([
      '— unknown',
      '95.0% danger',
      'rate',
    ]);
  });

  it('say of stale figures what they were', () => {
    const position = buildPosition({ mark: '100', liquidation: '97.5' });
    const card = cardFrom(buildMargin(FIGURES), [position], NOW - 3_600_000);
    expect(measures(card)).toEqual(['was ↓ 2.5% unknown', 'was 20.0% unknown', 'rate']);
  });
});
