import { describe, expect, it } from 'vitest';
import { portfolioAtRate } from '../../testing/alerts.ts';
import { buildAccount, buildAccountReading, buildMargin, buildPosition } from '../../testing/builders.ts';
import { NOW } from '../../testing/portfolio.ts';
import type { Position } from '../margin/position.ts';
import { buildCards } from '../portfolio/card.ts';
import { describeSubject } from './alert-details.ts';

function cardAt(rate: string, positions: readonly Position[] = []) {
  const portfolio = portfolioAtRate(rate, positions);
  const [card] = buildCards(portfolio, NOW);
  if (!card) throw new Error('no card');
  return { card, account: card.account, settings: portfolio.settings };
}

describe('the details of an unknown risk', () => {
  const why = (rate: string, positions: readonly Position[] = []) => {
    const { card, account } = cardAt(rate, positions);
    return describeSubject({ key: 'unknown/x', rule: 'unknown', card, account }, 'warning');
  };
  const unreadable = buildPosition({ mark: '', liquidation: '' });

  it('blame the positions if only their distance is unknown', () => {
    expect(why('0.1', [unreadable])).toEqual({
      rule: 'unknown',
      label: 'Main',
      product: 'USDT-FUTURES',
      coin: 'USDT',
      lastLevel: 'warning',
      why: 'positions_unread',
    });
  });

  it('blame the figures if the rate is unknown, too, or alone', () => {
    expect(why('', [unreadable])).toMatchObject({ why: 'alert_no_figure' });
    expect(why('', [])).toMatchObject({ why: 'alert_no_figure' });
    const isolated = buildPosition({ mode: 'isolated', ratio: '', liquidation: '30000' });
    expect(why('0.1', [isolated])).toMatchObject({ why: 'alert_no_figure' });
  });
});

describe('the details of an account', () => {
  it.each(['lost', 'liquidating'] as const)('that is %s name it', (rule) => {
    const account = buildAccount({ label: 'Grid bot' });
    const subject = rule === 'lost' ? { rule, since: NOW } : { rule, report: null };
    expect(describeSubject({ key: 'x', account, ...subject }, 'safe')).toEqual({ rule, label: 'Grid bot' });
    expect(describeSubject({ key: 'x', account: null, ...subject }, 'safe')).toEqual({ rule, label: '' });
  });
});

describe('the details of a risk', () => {
  it('name the position that causes it, and how much margin would help', () => {
    const position = buildPosition({ symbol: 'NEAR', liquidation: '59400' });
    const figures = [buildMargin({ accountEquity: '1000', crossedRiskRate: '0.2', crossedUnrealizedPL: '1' })];
    const base = portfolioAtRate('0.2', [position]);
    const reading = buildAccountReading(
      { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures } },
      { positions: { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures: [position] } } },
    );
    const [card] = buildCards({ ...base, readings: { clockOffset: 0, accounts: { main: reading } } }, NOW);
    if (!card) throw new Error('no card');
    const subject = { key: 'x', rule: 'risk', card, account: card.account, settings: base.settings } as const;
    expect(describeSubject(subject, 'safe')).toMatchObject({
      rule: 'risk',
      rate: '0.2',
      driver: { symbol: 'NEAR' },
      distance: '0.01',
      remedy: { add: '897', coin: 'USDT', goal: '0.025' },
    });
  });

  it('have no position, page or remedy without one', () => {
    const { card, account, settings } = cardAt('0.95');
    expect(describeSubject({ key: 'x', rule: 'risk', card, account, settings }, 'safe')).toMatchObject({
      driver: null,
      url: null,
      remedy: null,
    });
  });
});
