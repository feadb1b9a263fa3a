import { expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin } from '../../testing/builders.ts';
import { NOW } from '../../testing/portfolio.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { buildCards } from './card.ts';
import { arrangeCards, shouldGroup } from './grouping.ts';

/** Accounts by name, each with the risk of its USDT-M and its Coin-M; of `—` it cannot be read. */
function cardsWith(risks: Readonly<Record<string, readonly [string, string]>>) {
  const accounts = Object.keys(risks).map((id) => buildAccount({ id, label: id }));
  const fresh = <T>(figures: readonly T[]) => ({ state: 'fresh', at: NOW, figures }) as const;
  const margin = (rate: string) => fresh([buildMargin({ accountEquity: '9', crossedRiskRate: rate })]);
  const positions = { 'USDT-FUTURES': fresh([]), 'COIN-FUTURES': fresh([]) };
  const readings = Object.entries(risks).map(([id, [usdt, coin]]) => {
    return [
      id,
      buildAccountReading({ 'USDT-FUTURES': margin(usdt), 'COIN-FUTURES': margin(coin) }, { positions }),
    ] as const;
  });
  const portfolio = {
    accounts,
    readings: { clockOffset: 0, accounts: Object.fromEntries(readings) },
    settings: DEFAULT_SETTINGS,
  };
  return arrangeCards(buildCards(portfolio, NOW), accounts.length);
}
const summarize = ({ pinned, groups }: ReturnType<typeof cardsWith>) => ({
  alone: pinned.map(({ account: { id }, risk }) => `${id} ${risk.rate}`),
  groups: groups.map(({ account: { id }, cards }) => [id, ...cards.map(({ level, risk }) => `${level} ${risk.rate}`)]),
});

it('returns one list for a few accounts, riskiest first', () => {
  const three = { a: ['0.1', '0.3'], b: ['0.2', '0.95'], c: ['0.05', '0'] } as const;
  expect(summarize(cardsWith(three))).toEqual({
    alone: ['b 0.95', 'a 0.3', 'b 0.2', 'a 0.1', 'c 0.05', 'c 0'],
    groups: [],
  });
});

it('pins urgent cards of many accounts, and groups the rest by account, the riskiest first', () => {
  const four = { a: ['0.1', '0.3'], b: ['0.2', '0.95'], c: ['0.05', '0.5'], d: ['0.4', '0'] } as const;
  expect(summarize(cardsWith(four))).toEqual({
    alone: ['b 0.95', 'c 0.5'],
    groups: [
      ['d', 'safe 0.4', 'safe 0'],
      ['a', 'safe 0.3', 'safe 0.1'],
      ['b', 'safe 0.2'],
      ['c', 'safe 0.05'],
    ],
  });
});

it('puts an account with unknown figures before safe ones', () => {
  const four = { a: ['0.1', '0.3'], b: ['0', '—'], c: ['0', '0'], d: ['0', '0'] } as const;
  expect(
    summarize(cardsWith(four))
      .groups.map(([id, first]) => [id, first])
      .slice(0, 2),
  ).toEqual([
    ['b', 'unknown null'],
    ['a', 'safe 0.3'],
  ]);
});

it('totals each account beside its calm cards, and groups from four accounts on', () => {
  const four = { a: ['0.1', '0.3'], b: ['0.2', '0.95'], c: ['0', '0'], d: ['0', '0'] } as const;
  const whole = cardsWith(four).groups.map(({ account: { id }, whole: all }) => [
    id,
    ...all.map(({ risk }) => risk.rate),
  ]);
  expect(whole.slice(0, 2)).toEqual([
    ['a', '0.3', '0.1'],
    ['b', '0.95', '0.2'],
  ]);
  expect([shouldGroup(3), shouldGroup(4)]).toEqual([false, true]);
});
