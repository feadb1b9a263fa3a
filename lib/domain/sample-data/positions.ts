import type { Position } from '../margin/position.ts';
import { parseAmount } from '../money/amount.ts';

type Numbers = Exclude<keyof Position, 'symbol' | 'coin' | 'side' | 'mode'>;

/** A large long near liquidation, a calm isolated short, and a small hedge. A unified account's positions have no rate. */
export const MAIN_POSITIONS = [
  position('BTCUSDT', 'USDT', 'long', 'crossed', {
    size: '2.4',
    leverage: '50',
    entry: '59973.1',
    mark: '59940',
    pnl: '-79.44',
    margin: '2877.12',
    liquidation: '57121.7441',
    breakEven: '60045.11',
    maintenance: '0.004',
  }),
  position('SOLUSDT', 'USDT', 'short', 'isolated', {
    size: '12',
    leverage: '5',
    entry: '151.44',
    mark: '152',
    pnl: '-6.72',
    margin: '363.456',
    liquidation: '180.71599',
    breakEven: '151.258',
    maintenance: '0.005',
  }),
  position('BTCPERP', 'USDC', 'short', 'crossed', {
    size: '0.05',
    leverage: '10',
    entry: '60001.9',
    mark: '59938.5',
    pnl: '3.17',
    margin: '299.6925',
    liquidation: '193949.1326',
    breakEven: '59929.9',
    maintenance: '0.004',
  }),
];

export const SUB_ACCOUNT_POSITIONS = [
  position('SOLUSDT', 'USDT', 'long', 'crossed', {
    size: '180',
    leverage: '20',
    entry: '151.2',
    mark: '152',
    pnl: '144',
    margin: '1368',
    liquidation: '138.997832',
    breakEven: '151.381',
    maintenance: '0.005',
  }),
];

export const USDT_POSITIONS = [
  position('ETHUSDT', 'USDT', 'long', 'crossed', {
    size: '3',
    leverage: '10',
    entry: '2986.4',
    mark: '3012.2',
    pnl: '77.4',
    margin: '903.66',
    liquidation: '2425.781',
    breakEven: '2989.98',
    maintenance: '0.005',
    ratio: '0.028113710479',
  }),
  position('XRPUSDT', 'USDT', 'short', 'isolated', {
    size: '1500',
    leverage: '5',
    entry: '2.104',
    mark: '2.071',
    pnl: '49.5',
    margin: '631.2',
    liquidation: '2.510739',
    breakEven: '2.10148',
    maintenance: '0.005',
    ratio: '0.025556632878',
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
