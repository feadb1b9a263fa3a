import { buildAccount } from '../../../lib/testing/builders.ts';
import { holdings } from './holdings.ts';
import { buildState, type State } from './states.ts';

/** Today's user: one account at warning, calm ones of both families, and an empty margin account. */
export function overview(now: number): State {
  const accounts = [
    // Without the note that Bitget no longer offers Coin-M.
    buildAccount({ kept: ['COIN-FUTURES'] }),
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
  return buildState({}, accounts, {
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
