import type { Alarm } from '../domain/alert/alert-state.ts';
import { CALM } from '../domain/alert/alert-state.ts';
import type { About, News } from '../domain/alert/notices.ts';
import type { Position } from '../domain/margin/position.ts';
import type { Decimal } from '../domain/money/amount.ts';
import type { Watched } from '../domain/portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../domain/settings/settings.ts';
import { account, accountReading, margin } from './builders.ts';
import { NOW } from './portfolio.ts';

/** News that the vault was locked, unless it says otherwise. */
export function news(change: Partial<News> = {}): News {
  return {
    key: 'locked',
    due: 'rise',
    level: 'danger',
    was: 'safe',
    at: NOW,
    account: null,
    about: { rule: 'locked' },
    ...change,
  };
}

/** A risk of 80 % on a Coin-M margin account. */
export function risk(change: Partial<Extract<About, { rule: 'risk' }>> = {}): About {
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

/** One account with a USDT-M row of this risk rate, further rows of 10 %, and these positions. */
export function watching(rate: string, positions: readonly Position[], rows = 1): Watched {
  const figures = Array.from({ length: rows }, (_, index) =>
    margin({ accountEquity: '9', crossedRiskRate: index === 0 ? rate : '0.1', isolatedMargin: '5' }),
  );
  const reading = accountReading(
    { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures } },
    { positions: { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures: positions } } },
  );
  return {
    accounts: [account({ products: ['USDT-FUTURES'] })],
    readings: { clockOffset: 0, accounts: { main: reading } },
    settings: DEFAULT_SETTINGS,
  };
}

/** An alarm that has just reached a level and was not told. */
export function risen(level: Alarm['level'], change: Partial<Alarm> = {}): Alarm {
  return { ...CALM, level, at: NOW, ...change };
}
