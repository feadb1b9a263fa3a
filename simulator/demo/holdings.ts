import { coins } from '../market/coins.ts';
import { type Contract, contracts } from '../market/contract.ts';
import type { AccountHoldings, Position } from '../market/holdings.ts';

// The market's largest moves bring the riskiest of these just short of liquidation. At Bitget's real rates the margin
// ratio stays low until the liquidation price is less than 1% away.

/** A cross long in BTC, an isolated short in ETH; coins and USDC beside them. */
export const mainHoldings: AccountHoldings = {
  deposits: [
    { category: 'USDT-FUTURES', coin: 'USDT', amount: '8445.31876482' },
    { category: 'COIN-FUTURES', coin: 'BTC', amount: '0.50000000' },
    { category: 'COIN-FUTURES', coin: 'ETH', amount: '4.25000000' },
    { category: 'USDC-FUTURES', coin: 'USDC', amount: '2500.00000000' },
  ],
  positions: [
    buildCross(contracts.BTCUSDT, 'long', '1.5', '20'),
    { ...buildCross(contracts.ETHUSDT, 'short', '2.6', '10'), isolated: '746' },
    buildCross(contracts.BTCUSD, 'long', '1.2', '5'),
    buildCross(contracts.BTCPERP, 'short', '0.2', '10'),
  ],
};

/** Four coins as one pool, one of them borrowed: a long in BTC, an isolated short in SOL and a small short in USDC. */
export const unifiedHoldings: AccountHoldings = {
  deposits: [
    { category: 'USDT-FUTURES', coin: 'USDT', amount: '3622.30000000' },
    { category: 'USDC-FUTURES', coin: 'USDC', amount: '250.00000000' },
    { category: 'USDT-FUTURES', coin: 'BTC', amount: '0.05000000' },
    { category: 'USDT-FUTURES', coin: 'ETH', amount: '-0.00410000' },
  ],
  positions: [
    buildCross(contracts.BTCUSDT, 'long', '1.2', '20'),
    { ...buildCross(contracts.SOLUSDT, 'short', '12', '5'), isolated: '360' },
    buildCross(contracts.BTCPERP, 'short', '0.05', '10'),
  ],
};

/** A calm classic account: a small cross long in ETH. */
export const calmHoldings: AccountHoldings = {
  deposits: [{ category: 'USDT-FUTURES', coin: 'USDT', amount: '2400.00000000' }],
  positions: [buildCross(contracts.ETHUSDT, 'long', '2', '10')],
};

/** The unified account of a sub-account, with a calm long in SOL. */
export const subHoldings: AccountHoldings = {
  deposits: [{ category: 'USDT-FUTURES', coin: 'USDT', amount: '2480.50000000' }],
  positions: [buildCross(contracts.SOLUSDT, 'long', '80', '10')],
};

/** Simulated money, long in SOL. */
export const demoHoldings: AccountHoldings = {
  deposits: [{ category: 'USDT-FUTURES', coin: 'USDT', amount: '50000.00000000' }],
  positions: [buildCross(contracts.SOLUSDT, 'long', '2000', '10')],
};

/** One isolated long: the cross risk rate stays 0. */
export const tradeHoldings: AccountHoldings = {
  deposits: [{ category: 'USDT-FUTURES', coin: 'USDT', amount: '36.07827483' }],
  positions: [{ ...buildCross(contracts.ETHUSDT, 'long', '0.1', '10'), isolated: '34.54821' }],
};

/** A cross position opened at the start price. */
function buildCross(contract: Contract, side: Position['side'], size: string, leverage: string): Position {
  return { contract, side, size, leverage, entry: String(coins[contract.coin].startPrice), isolated: null };
}
