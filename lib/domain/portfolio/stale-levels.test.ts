import { describe, expect, it } from 'vitest';
import { buildMargin, buildPosition } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import { buildCards } from './card.ts';
import { combineRisks } from './group-risk.ts';
import { findRiskDriver } from './risk-driver.ts';

const SECOND = 1_000;
const POSITION = buildPosition({ symbol: 'BTCUSDT', mark: '60000', liquidation: '59460' });
const UNKNOWN = { rateLevel: 'unknown', distanceLevel: 'unknown', level: 'unknown' };

/** The card of a margin account that was read so many seconds ago. */
function cardAfter(seconds: number, rate: string, positions = [POSITION]) {
  const at = NOW - seconds * SECOND;
  const portfolio = buildPortfolio(
    { 'USDT-FUTURES': [buildMargin({ accountEquity: '9', crossedRiskRate: rate }, { coin: 'USDT' })] },
    at,
  );
  const { main } = portfolio.readings.accounts;
  if (!main) throw new Error('no account');
  const fresh = { state: 'fresh', at, figures: positions } as const;
  const accounts = { main: { ...main, positions: { 'USDT-FUTURES': fresh } } };
  const [card] = buildCards({ ...portfolio, readings: { clockOffset: 0, accounts } }, NOW);
  if (!card) throw new Error('no card');
  return card;
}

describe('the levels that a card shows (P8)', () => {
  it.each([9, 10, 30, 119])('are those of a danger for %d s at a pace of 5 s', (seconds) => {
    const card = cardAfter(seconds, '0.3');
    expect(card.stale).toBe(seconds >= 10);
    expect(card.shown).toEqual({ rateLevel: 'safe', distanceLevel: 'danger', level: 'danger' });
    expect(card.level).toBe(seconds >= 10 ? 'unknown' : 'danger');
    expect(combineRisks([card]).shown.level).toBe('danger');
  });

  it('are unknown once the monitoring of a danger counts as lost', () => {
    expect(cardAfter(120, '0.3').shown).toEqual(UNKNOWN);
    expect(cardAfter(120, '0.95', []).shown).toEqual(UNKNOWN);
  });

  it('are those of a warning until its monitoring is lost', () => {
    expect(cardAfter(119, '0.75', []).shown.level).toBe('warning');
    expect(cardAfter(120, '0.75', []).shown).toEqual(UNKNOWN);
  });

  it('are unknown as soon as a caution is stale', () => {
    expect(cardAfter(119, '0.6', [])).toMatchObject({ stale: true, shown: UNKNOWN });
  });

  it('name the position behind a stale danger', () => {
    expect(findRiskDriver(cardAfter(30, '0.3'))).toMatchObject({
      measure: 'distance',
      position: { symbol: 'BTCUSDT' },
    });
  });
});
