import type { Position } from '../margin/position.ts';
import { parseAmount } from '../money/amount.ts';

type Numbers = Exclude<keyof Position, 'symbol' | 'coin' | 'side' | 'mode'>;

/** A large calm position, and a small isolated one near liquidation. */
export const USDT_POSITIONS = [
  position('BTCUSDT', 'USDT', 'long', 'crossed', {
    size: '0.25',
    leverage: '10',
    entry: '61240',
    mark: '62018.5',
    pnl: '194.625',
    margin: '1550.4625',
    liquidation: '27750.2',
    breakEven: '61288.99',
    maintenance: '0.004',
    ratio: '0.007205592803',
  }),
  position('WIFUSDT', 'USDT', 'long', 'isolated', {
    size: '3000',
    leverage: '10',
    entry: '2.104',
    mark: '2.03',
    pnl: '-222',
    margin: '631.2',
    liquidation: '1.9725',
    breakEven: '2.10652',
    maintenance: '0.04',
    ratio: '0.595307917889',
  }),
];

export const COIN_POSITIONS = [
  position('BTCUSD', 'BTC', 'short', 'crossed', {
    size: '0.0796',
    leverage: '3',
    entry: '62842',
    mark: '62018.5',
    pnl: '0.00105647',
    margin: '0.02689394',
    liquidation: '214380',
    breakEven: '62796.1',
    maintenance: '0.04',
    ratio: '0.0178',
  }),
];

/** A unified account's positions have no rate of their own. */
export const POOL_POSITIONS = [
  position('SOLUSDT', 'USDT', 'short', 'crossed', {
    size: '260',
    leverage: '20',
    entry: '152.48',
    mark: '152.11',
    pnl: '96.2',
    margin: '1977.43',
    liquidation: '160.35',
    breakEven: '152.36',
    maintenance: '0.04',
  }),
  position('ETHUSDT', 'USDT', 'long', 'crossed', {
    size: '10.5',
    leverage: '15',
    entry: '2951.938',
    mark: '2946.75',
    pnl: '-54.474',
    margin: '2062.72',
    liquidation: '2728.4',
    breakEven: '2954.3',
    maintenance: '0.04',
  }),
];

function position(
  symbol: string,
  coin: string,
  side: Position['side'],
  mode: Position['mode'],
  numbers: Partial<Record<Numbers, string>>,
): Position {
  const { size, leverage, entry, mark, pnl, margin, liquidation, breakEven, maintenance, ratio } = numbers;
  return {
    symbol,
    coin,
    side,
    mode,
    size: parseAmount(size),
    leverage: parseAmount(leverage),
    entry: parseAmount(entry),
    mark: parseAmount(mark),
    pnl: parseAmount(pnl),
    margin: parseAmount(margin),
    liquidation: parseAmount(liquidation),
    breakEven: parseAmount(breakEven),
    maintenance: parseAmount(maintenance),
    ratio: parseAmount(ratio),
  };
}
