import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin, buildPosition } from '../../testing/builders.ts';
import { NOW } from '../../testing/portfolio.ts';
import type { Position } from '../margin/position.ts';
import { buildCards } from '../portfolio/card.ts';
import { findRiskDriver } from '../portfolio/risk-driver.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { findAlertRemedy } from './alert-remedy.ts';

/** The goal and the amount for a cross account of 1 BTC at 60,000 with 1,000 USDT of equity. */
function find(rate: string, positions: readonly Position[], settings = DEFAULT_SETTINGS) {
  const figures = [buildMargin({ accountEquity: '1000', crossedRiskRate: rate, crossedUnrealizedPL: '1' })];
  const reading = buildAccountReading(
    { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures } },
    { positions: { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures: positions } } },
  );
  const accounts = [buildAccount({ products: ['USDT-FUTURES'] })];
  const [card] = buildCards({ accounts, settings, readings: { clockOffset: 0, accounts: { main: reading } } }, NOW);
  if (!card) throw new Error('no card');
  return findAlertRemedy(card, settings, findRiskDriver(card));
}
const at = (liquidation: string, change: Parameters<typeof buildPosition>[0] = {}) =>
  buildPosition({ liquidation, ...change });

describe('the remedy of an alert', () => {
  it.each([
    ['59400', '0.025', '897'],
    ['58800', '0.05', '1793'],
    ['57600', '0.1', '3586'],
  ])('aims beyond the begin of the level: from %s to %s with %s USDT', (liquidation, goal, add) => {
    expect(find('0.2', [at(liquidation)])).toEqual({ add, coin: 'USDT', goal });
  });

  it.each([
    ['0.95', '0.7', '358'],
    ['0.75', '0.5', '500'],
    ['0.55', '0.3', '834'],
  ])('of a ratio of %s aims at %s with %s USDT', (rate, goal, add) => {
    expect(find(rate, [at('50000')])).toEqual({ add, coin: 'USDT', goal });
  });

  it('is none where no goal is calmer', () => {
    const settings = { ...DEFAULT_SETTINGS, near: { caution: 12, warning: 3, danger: 1.5 } };
    expect(find('0.2', [at('55000')], settings)).toBeNull();
  });

  it.each([
    ['while another position may be nearer', [at('59400'), at('', { symbol: 'ETHUSDT' })]],
    ['for hedged sides', [at('59400'), at('70000', { side: 'short' })]],
  ])('is none %s', (_, positions) => {
    expect(find('0.2', positions)).toBeNull();
  });

  it('is none where closing comes first', () => {
    expect(find('0.2', [at('59400', { size: '10' })])).toBeNull();
  });
});
