import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin, buildPosition, buildUnified } from '../../testing/builders.ts';
import { NOW } from '../../testing/portfolio.ts';
import { parseAmount } from '../money/amount.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { buildCards } from './card.ts';
import { countLevels, filterCards, listDangersOutside, NO_FILTER } from './card-filter.ts';

const fresh = <T>(...figures: readonly T[]) => ({ state: 'fresh', at: NOW, figures }) as const;

/** One classic account in danger with a WIF position, one empty one, and a unified one with BTC and no ETH. */
const CARDS = (() => {
  const accounts = ['Grid Élan', 'Leer', 'Pool'].map((label) => buildAccount({ id: label, label }));
  const classic = (rate: string, equity: string) => ({
    'USDT-FUTURES': fresh(buildMargin({ crossedRiskRate: rate, accountEquity: equity })),
  });
  const coin = (name: string, equity: string) => {
    const amount = parseAmount(equity);
    return {
      coin: name,
      equity: amount,
      balance: amount,
      usdValue: amount,
      available: amount,
      locked: amount,
      debt: amount,
    };
  };
  const pool = {
    ...buildUnified({ accountEquity: '7', mgnRatio: '0.1' }),
    assets: [coin('BTC', '1'), coin('ETH', '0')],
  };
  const readings = {
    clockOffset: 0,
    accounts: {
      'Grid Élan': buildAccountReading(classic('0.95', '9'), {
        positions: { 'USDT-FUTURES': fresh(buildPosition({ symbol: 'WIFUSDT', liquidation: '1' })) },
      }),
      Leer: buildAccountReading(classic('0', '0'), { positions: { 'USDT-FUTURES': fresh() } }),
      Pool: buildAccountReading({ UNIFIED: fresh(pool) }, { family: 'unified', positions: { UNIFIED: fresh() } }),
    },
  };
  return buildCards({ accounts, readings, settings: DEFAULT_SETTINGS }, NOW);
})();
const find = (query: string, ...levels: readonly ('safe' | 'danger' | 'warning')[]) =>
  filterCards(CARDS, { query, levels }).map(({ account }) => account.label);

describe('the filter of margin accounts', () => {
  it('finds everything without words and levels', () => {
    expect(find('  ')).toEqual(['Grid Élan', 'Pool', 'Leer']);
  });

  it.each([
    ['elan', ['Grid Élan']],
    ['GRID', ['Grid Élan']],
    ['wif', ['Grid Élan']],
    ['usdt grid', ['Grid Élan']],
    ['btc', ['Pool']],
    ['eth', []],
    ['unified', ['Pool']],
    ['usdt', ['Grid Élan', 'Leer']],
    ['grid pool', []],
    ['.*', []],
  ])('finds by label, coin, product or contract: %j gives %j', (query, wanted) => {
    expect(find(query)).toEqual(wanted);
  });

  it('shows the chosen levels, without empty margin accounts', () => {
    expect(find('', 'danger')).toEqual(['Grid Élan']);
    expect(find('', 'safe')).toEqual(['Pool']);
    expect(find('', 'safe', 'danger')).toEqual(['Grid Élan', 'Pool']);
    expect(find('pool', 'danger')).toEqual([]);
  });

  it.each([
    ['another level', { query: '', levels: ['safe'] }],
    ['other words', { query: 'pool', levels: [] }],
    ['nothing', { query: 'nowhere', levels: ['warning'] }],
  ] as const)('leaves no danger out when the user looks for %s', (_, filter) => {
    const outside = listDangersOutside(filterCards(CARDS, filter), CARDS);
    expect(outside.map(({ account }) => account.label)).toEqual(['Grid Élan']);
  });

  it('lists no danger twice', () => {
    expect(listDangersOutside(filterCards(CARDS, { query: 'grid', levels: ['danger'] }), CARDS)).toEqual([]);
  });

  it('counts the levels that occur, and a chosen one that no longer does', () => {
    expect(countLevels(CARDS, NO_FILTER)).toEqual([
      { level: 'danger', count: 1 },
      { level: 'safe', count: 1 },
    ]);
    expect(countLevels(CARDS, { query: '', levels: ['warning'] })).toEqual([
      { level: 'danger', count: 1 },
      { level: 'warning', count: 0 },
      { level: 'safe', count: 1 },
    ]);
  });
});
