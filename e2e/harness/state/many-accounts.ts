import type { Account } from '../../../lib/domain/account/account.ts';
import type { Product } from '../../../lib/domain/account/product-type.ts';
import { type AccountReading, READY } from '../../../lib/domain/polling/reading.ts';
import { buildAccount, buildMargin, buildPosition, buildUnified } from '../../../lib/testing/builders.ts';
import { portfolioOf, type State } from './states.ts';

/** One margin account: its ratio, equity, free margin and PnL, and its positions. */
type Holding = {
  readonly product: Product;
  readonly coin: string;
  readonly figures: readonly [rate: string, equity: string, free: string, pnl: string];
  readonly positions?: readonly Parameters<typeof buildPosition>[0][];
};

/** A classic or a unified account with these margin accounts, read at a moment. */
export function holdings(at: number, ...held: readonly Holding[]): AccountReading {
  const fresh = <T>(figures: T) => ({ state: 'fresh', at, figures }) as const;
  const isUnified = held.some(({ product }) => product === 'UNIFIED');
  return {
    revision: 1,
    family: isUnified ? 'unified' : 'classic',
    margin: Object.fromEntries(held.map((each) => [each.product, fresh([buildHolding(each)])])),
    positions: Object.fromEntries(
      held.map(({ product, positions = [] }) => [product, fresh(positions.map((each) => buildPosition(each)))]),
    ),
    retry: READY,
  };
}

function buildHolding({ product, coin, figures: [rate, equity, free, pnl], positions = [] }: Holding) {
  const worth = { usdtEquity: equity, btcEquity: equity === '0' ? '0' : '0.1' };
  if (product === 'UNIFIED') {
    const imr = String(Number(equity) - Number(free));
    const held = { positionValue: positions.length > 0 ? '1' : '0', unrealisedPnl: pnl, usdtUnrealisedPnl: pnl };
    return buildUnified({ ...worth, ...held, accountEquity: equity, effEquity: equity, imr, mgnRatio: rate });
  }
  const cross = { crossedRiskRate: rate, crossedMaxAvailable: free, available: free, unrealizedPL: pnl };
  return buildMargin({ ...worth, ...cross, accountEquity: equity }, { product, coin });
}

const LABELS = ['Main', 'BTC grid', 'ETH grid', 'SOL scalps', 'Hedge', 'Copy: Lina', 'Copy: Kenji', 'Alt basket'];
const MORE_LABELS = ['Memes', 'Client fund Berlin-Kreuzberg', 'Arb B', 'Funding farm', 'Long-term'];
/** Ratios and liquidation prices of the first accounts, at a mark price of 2. The others are calm. */
const URGENT = [
  ['0.92', '1.98', '-120'],
  ['0.74', '1.95', '310.40'],
  ['0.51', '1.87', '1204.00'],
] as const;

/** Accounts with three margin accounts each: three are at risk, one is unknown, the others are calm. */
export function manyAccounts(now: number, count: number): State {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const labels = [...LABELS, ...MORE_LABELS];
  const accounts = numbers.map((index) => buildAccount({ id: `a${index}`, label: labels[index] ?? `Desk ${index}` }));
  const reading = (index: number) => {
    const [calmRate, calmPrice] = [(0.37 - index / 100).toFixed(2), (1.85 - index / 100).toFixed(2)];
    const [rate, liquidation, free] = URGENT[index] ?? [index === 3 ? '—' : calmRate, calmPrice, '2310.40'];
    const position = { symbol: 'WIFUSDT', mark: '2', liquidation, pnl: '-12', margin: '63' };
    return holdings(
      now,
      { product: 'USDT-FUTURES', coin: 'USDT', figures: [rate, '10575.26', free, '-12'], positions: [position] },
      { product: 'USDC-FUTURES', coin: 'USDC', figures: ['0.01', '77.40', '60', '0.74'] },
      { product: 'COIN-FUTURES', coin: 'BTC', figures: index % 4 ? ['0.02', '0.2', '0.1', '0'] : ['0', '0', '0', '0'] },
    );
  };
  return portfolioOf({}, accounts, Object.fromEntries(numbers.map((index) => [`a${index}`, reading(index)])));
}

/** Today's user: one account at warning, calm ones of both families, and an empty margin account. */
export function overview(now: number): State {
  const accounts = [
    buildAccount(),
    buildAccount({ id: 'grid', label: 'Grid bots' }),
    buildAccount({ id: 'lina', label: 'Copy: Lina', products: ['USDT-FUTURES'] }),
    buildAccount({ id: 'hedge', label: 'Hedge' }),
    buildAccount({ id: 'practice', label: 'Practice', demo: true, products: ['USDT-FUTURES'] }),
  ];
  const wif = { symbol: 'WIFUSDT', mode: 'isolated', mark: '2.03', liquidation: '1.9725', pnl: '-222' } as const;
  const bitcoin = { symbol: 'BTCUSDT', mark: '61700', liquidation: '27750.20', pnl: '194.62', margin: '1556' };
  const perpetual = { symbol: 'BTCPERP', coin: 'USDC', side: 'short', mark: '60000', liquidation: '71400' } as const;
  const ether = (liquidation: string) => ({ symbol: 'ETHUSDT', mark: '3000', liquidation });
  const at = now - 3_000;
  return portfolioOf({}, accounts, {
    main: holdings(
      at,
      {
        product: 'USDT-FUTURES',
        coin: 'USDT',
        figures: ['0.595', '9016.19', '7056.53', '-27.37'],
        positions: [{ ...wif, margin: '632', ratio: '0.55' }, bitcoin],
      },
      {
        product: 'USDC-FUTURES',
        coin: 'USDC',
        figures: ['0.023', '2500.74', '1300.81', '0.74'],
        positions: [perpetual],
      },
      { product: 'COIN-FUTURES', coin: 'BTC', figures: ['0', '0', '0', '0'] },
    ),
    grid: holdings(at, {
      product: 'UNIFIED',
      coin: 'USD',
      figures: ['0.058', '5321.40', '1169.51', '41.72'],
      positions: [ether('2778')],
    }),
    lina: holdings(at, {
      product: 'USDT-FUTURES',
      coin: 'USDT',
      figures: ['0.037', '1800', '904.10', '-12.40'],
      positions: [ether('2670')],
    }),
    hedge: holdings(at, { product: 'UNIFIED', coin: 'USD', figures: ['0', '12004', '12004', '0'] }),
    practice: holdings(at, {
      product: 'USDT-FUTURES',
      coin: 'USDT',
      figures: ['0.048', '50310.55', '41200', '310.55'],
      positions: [ether('2730')],
    }),
  });
}

/** Rows with what an exchange may send: endless names, negative equity, unknown beside known, and 500 positions. */
export function oddAccounts(now: number): State {
  const labels = {
    rtl: 'حساب التداول الرئيسي 1',
    endless: 'W'.repeat(40),
    negative: 'Under water',
    unknown: 'Unknown',
  };
  const products: Record<string, Account['products']> = {
    endless: ['USDT-FUTURES', 'COIN-FUTURES'],
    negative: ['USDC-FUTURES'],
  };
  const accounts = Object.entries(labels).map(([id, label]) =>
    buildAccount({ id, label, products: products[id] ?? ['USDT-FUTURES'] }),
  );
  const positions = Array.from({ length: 500 }, (_, index) => ({
    symbol: `${'X'.repeat(index % 40)}${index}USDT`,
    mark: '100',
    liquidation: index === 7 ? null : String(90 - (index % 60)),
  }));
  const endless = 'ع'.repeat(500) + 'W'.repeat(500);
  return portfolioOf({}, accounts, {
    rtl: holdings(now, {
      product: 'USDT-FUTURES',
      coin: 'USDT',
      figures: ['0.2', '123456789012.12', '99999999999.99', '-123456789.99'],
      positions,
    }),
    endless: holdings(
      now,
      { product: 'COIN-FUTURES', coin: endless, figures: ['0.1', '1', '—', '1'] },
      { product: 'USDT-FUTURES', coin: 'USDT', figures: ['0.1', '9', '7', '1'] },
    ),
    negative: holdings(now, { product: 'USDC-FUTURES', coin: 'USDC', figures: ['0.1', '-5.5', '-7.25', '-9'] }),
    unknown: holdings(now, { product: 'USDT-FUTURES', coin: 'USDT', figures: ['—', '—', '—', '—'] }),
  });
}
