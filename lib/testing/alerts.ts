import type { AlertDetails } from '../domain/alert/alert-details.ts';
import type { AlertState } from '../domain/alert/alert-state.ts';
import { INACTIVE } from '../domain/alert/alert-state.ts';
import type { AlertNotice } from '../domain/alert/notices.ts';
import { mapValues } from '../domain/core/objects.ts';
import type { Position } from '../domain/margin/position.ts';
import type { Decimal } from '../domain/money/amount.ts';
import type { MarginReading } from '../domain/polling/reading.ts';
import type { Portfolio } from '../domain/portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../domain/settings/settings.ts';
import { buildAccount, buildAccountReading, buildMargin } from './builders.ts';
import { NOW } from './portfolio.ts';

/** Builds a notice that the vault was locked, with these changes. */
export function alertNotice(change: Partial<AlertNotice> = {}): AlertNotice {
  return {
    key: 'locked',
    due: 'raised',
    level: 'danger',
    previousLevel: 'safe',
    at: NOW,
    account: null,
    details: { rule: 'locked' },
    ...change,
  };
}

/** Builds the details of a risk of 80% in a Coin-M margin account. */
export function riskDetails(change: Partial<Extract<AlertDetails, { rule: 'risk' }>> = {}): AlertDetails {
  return {
    rule: 'risk',
    label: 'Main',
    product: 'COIN-FUTURES',
    coin: 'BTC',
    rate: '0.8' as Decimal,
    complete: true,
    driver: null,
    ...change,
  };
}

/** Builds a portfolio of one account: a USDT-M row with this risk rate, further rows with 10%, and these positions. */
export function portfolioAtRate(rate: string, positions: readonly Position[], rows = 1): Portfolio {
  const figures = Array.from({ length: rows }, (_, index) =>
    buildMargin({ accountEquity: '9', crossedRiskRate: index === 0 ? rate : '0.1', isolatedMargin: '5' }),
  );
  const reading = buildAccountReading(
    { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures } },
    { positions: { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures: positions } } },
  );
  return {
    accounts: [buildAccount({ products: ['USDT-FUTURES'] })],
    readings: { clockOffset: 0, accounts: { main: reading } },
    settings: DEFAULT_SETTINGS,
  };
}

/** Builds an alert state that has just reached a level and has not been notified. */
export function raisedState(level: AlertState['level'], change: Partial<AlertState> = {}): AlertState {
  return { ...INACTIVE, level, at: NOW, ...change };
}

/** Returns the portfolio after a request of each account failed: the figures are the same, and stale. */
export function withFailures(portfolio: Portfolio, failedAt: number): Portfolio {
  const fail = (reading: MarginReading): MarginReading =>
    reading.state === 'fresh' ? { ...reading, state: 'stale', failure: { kind: 'timeout' }, failedAt } : reading;
  const accounts = mapValues(portfolio.readings.accounts, (account) => ({
    ...account,
    margin: mapValues(account.margin, (reading) => reading && fail(reading)),
  }));
  return { ...portfolio, readings: { ...portfolio.readings, accounts } };
}
