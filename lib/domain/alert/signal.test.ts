import { describe, expect, it } from 'vitest';
import { portfolioAtRate } from '../../testing/alerts.ts';
import { buildMargin, buildPosition } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import type { Position } from '../margin/position.ts';
import type { Decimal } from '../money/amount.ts';
import { buildCards } from '../portfolio/card.ts';
import type { Condition } from './condition.ts';
import { sampleCondition, sampleOnOff, sampleRisk } from './signal.ts';

const OFF = { caution: 0, warning: 0, danger: 0 };
const thresholds = { caution: 50, warning: 70, danger: 90 };

function ofRisk(crossedRiskRate: string, change: Parameters<typeof buildMargin>[1] = {}, now = NOW) {
  const [card] = buildCards(
    buildPortfolio({ 'USDT-FUTURES': [buildMargin({ accountEquity: '9', crossedRiskRate }, change)] }),
    now,
  );
  if (!card) throw new Error('no card');
  return sampleRisk(card, { thresholds, near: OFF }, 10);
}

describe('the sample of a risk', () => {
  // 10% below 50, 70 and 90: the way down begins at 45, 63 and 81%.
  it.each([
    ['0.4499', 'safe', 'safe'],
    ['0.45', 'safe', 'caution'],
    ['0.5', 'caution', 'caution'],
    ['0.6299', 'caution', 'caution'],
    ['0.63', 'caution', 'warning'],
    ['0.7', 'warning', 'warning'],
    ['0.81', 'warning', 'danger'],
    ['0.9', 'danger', 'danger'],
    ['2', 'danger', 'danger'],
  ])('of %s reaches %s and keeps %s by hysteresis', (rate, reached, held) => {
    expect(ofRisk(rate)).toEqual({ reached, hysteresisLevel: held, complete: true, distance: null, at: NOW });
  });

  it('is incomplete with an unreadable part, and null when unknown or stale', () => {
    expect(ofRisk('0.95', { assetMode: 'unknown' })).toMatchObject({ reached: 'danger', complete: false });
    expect(ofRisk('')).toBeNull();
    expect(ofRisk('0.95', {}, NOW + 120_000)).toBeNull();
  });
});

describe('the sample of a distance', () => {
  const near = { caution: 5, warning: 3, danger: 1.5 };
  const ofDistance = (liquidation: string, rate = '0.1', others: readonly Position[] = [], used = near) => {
    const first = buildPosition({ mark: '1000', liquidation, symbol: 'BTCUSDT' });
    const calm = buildPosition({ mode: 'isolated', liquidation: '0', symbol: 'CALMUSDT' });
    const [card] = buildCards(portfolioAtRate(rate, [first, calm, ...others]), NOW);
    if (!card) throw new Error('no card');
    return sampleRisk(card, { thresholds, near: used }, 5);
  };

  // 5% beyond 5, 3 and 1.5%: the way back ends at 5.25, 3.15 and 1.575%.
  it.each([
    ['947.4', 'safe', 'safe'],
    ['947.5', 'safe', 'caution'],
    ['950', 'caution', 'caution'],
    ['968.5', 'caution', 'warning'],
    ['970', 'warning', 'warning'],
    ['984.25', 'warning', 'danger'],
    ['985', 'danger', 'danger'],
    ['1001', 'danger', 'danger'],
  ])('to %s reaches %s and keeps %s by hysteresis', (liquidation, reached, held) => {
    expect(ofDistance(liquidation)).toMatchObject({ reached, hysteresisLevel: held });
  });

  it('is the worse one of distance and ratio', () => {
    expect(ofDistance('950', '0.75')).toMatchObject({ reached: 'warning' });
    expect(ofDistance('985', '0.55')).toMatchObject({ reached: 'danger' });
  });

  it('counts without a known ratio, and resolves nothing then', () => {
    expect(ofDistance('985', '')).toMatchObject({ reached: 'danger', complete: false });
  });

  it('resolves nothing while another position may be nearer', () => {
    const unknown = buildPosition({ mark: '', liquidation: '', symbol: 'ETHUSDT' });
    expect(ofDistance('900', '0.1', [unknown])).toMatchObject({ reached: 'safe', complete: false });
    const danger = { ...OFF, danger: 1.5 };
    expect(ofDistance('900', '0.1', [unknown], danger)).toMatchObject({ complete: false });
  });

  it('needs no known position while no distance alerts', () => {
    const unknown = buildPosition({ mark: '', liquidation: '', symbol: 'ETHUSDT' });
    expect(ofDistance('900', '0.1', [unknown], OFF)).toMatchObject({ reached: 'safe', complete: true });
  });
});

describe('the sample of a condition', () => {
  const signal = (kind: Condition['kind'], limit: string, value: string, peaks: readonly string[] = []) => {
    const condition: Condition = { id: 'c', kind, account: null, limit: limit as Decimal, hours: 1 };
    const heights = peaks.map((equity, at) => ({ at, equity: equity as Decimal }));
    const sample = sampleCondition(condition, { value: value as Decimal, at: 7, isComplete: true }, heights, 5);
    return sample && `${sample.reached} ${sample.hysteresisLevel}`;
  };
  // A hysteresis of 5%: what is below 500 is over from 525 on, what is above 500 below 475, what is below −100 from −95 on.
  it.each([
    ['available_below', '500', '499.99', 'warning warning'],
    ['available_below', '500', '500', 'safe warning'],
    ['equity_below', '500', '524.99', 'safe warning'],
    ['equity_below', '500', '525', 'safe safe'],
    ['equity_above', '500', '500', 'warning warning'],
    ['equity_above', '500', '499.99', 'safe warning'],
    ['equity_above', '500', '475', 'safe warning'],
    ['equity_above', '500', '474.99', 'safe safe'],
    ['pnl_below', '-100', '-100.01', 'warning warning'],
    ['pnl_below', '-100', '-95.01', 'safe warning'],
    ['pnl_below', '-100', '-95', 'safe safe'],
    ['free_below', '500', '499.99', 'warning warning'],
    ['distance_below', '4', '0.0399', 'warning warning'],
    ['distance_below', '4', '0.04', 'safe warning'],
    ['distance_below', '4', '0.042', 'safe safe'],
  ] as const)('%s %s at %s: reached and held are %s', (kind, limit, value, expected) => {
    expect(signal(kind, limit, value)).toBe(expected);
  });

  it('compares a fall with the highest peak of its window', () => {
    expect(signal('equity_fall', '10', '900', ['1000', '800'])).toBe('warning warning');
    expect(signal('equity_fall', '10', '901', ['1000'])).toBe('safe warning');
    expect(signal('equity_fall', '10', '905', ['1000'])).toBe('safe warning');
    expect(signal('equity_fall', '10', '905.01', ['1000'])).toBe('safe safe');
    expect(signal('equity_fall', '10', '900')).toBeNull();
  });

  it('is complete and has the time of its value', () => {
    const condition: Condition = { id: 'c', kind: 'pnl_below', account: null, limit: '0' as Decimal, hours: 1 };
    expect(sampleCondition(condition, { value: '1' as Decimal, at: 7, isComplete: true }, [], 5)).toMatchObject({
      complete: true,
      at: 7,
    });
  });
});

it('samples an on/off subject without hysteresis', () => {
  expect(sampleOnOff(true, 'danger', 7)).toEqual({
    reached: 'danger',
    hysteresisLevel: 'danger',
    complete: true,
    at: 7,
  });
  expect(sampleOnOff(false, 'danger', 7)).toEqual({ reached: 'safe', hysteresisLevel: 'safe', complete: true, at: 7 });
});
