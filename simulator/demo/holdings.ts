import { type Contract, contracts } from '../market/contract.ts';
import type { AccountHoldings, Holding } from '../market/holdings.ts';
import { starts } from '../market/market.ts';

// Sizes are such that the market's worst moment takes the riskiest of them just short of 100 %.

/** A cross long in BTC, an isolated short in ETH; coins and USDC beside them. */
export const mainHoldings: AccountHoldings = {
  deposits: [
    { category: 'USDT-FUTURES', coin: 'USDT', amount: '9800.31876482' },
    { category: 'COIN-FUTURES', coin: 'BTC', amount: '0.50000000' },
    { category: 'COIN-FUTURES', coin: 'ETH', amount: '4.25000000' },
    { category: 'USDC-FUTURES', coin: 'USDC', amount: '2500.00000000' },
  ],
  holdings: [
    crossed(contracts.BTCUSDT, 'long', '1.5', '20'),
    { ...crossed(contracts.ETHUSDT, 'short', '2.6', '10'), isolated: '800' },
    crossed(contracts.BTCUSD, 'long', '1.2', '5'),
    crossed(contracts.BTCPERP, 'short', '0.2', '10'),
  ],
};

/** Three coins as one pool, and a long in BTC with a small hedge. */
export const unifiedHoldings: AccountHoldings = {
  deposits: [
    { category: 'USDT-FUTURES', coin: 'USDT', amount: '4750.00000000' },
    { category: 'USDC-FUTURES', coin: 'USDC', amount: '250.00000000' },
    { category: 'USDT-FUTURES', coin: 'BTC', amount: '0.05000000' },
  ],
  holdings: [crossed(contracts.BTCUSDT, 'long', '1.2', '20'), crossed(contracts.BTCPERP, 'short', '0.05', '10')],
};

/** Play money, long in SOL. */
export const demoHoldings: AccountHoldings = {
  deposits: [{ category: 'USDT-FUTURES', coin: 'USDT', amount: '50000.00000000' }],
  holdings: [crossed(contracts.SOLUSDT, 'long', '2000', '10')],
};

/** One isolated long, so that the cross risk rate says 0 all the while. */
export const tradeHoldings: AccountHoldings = {
  deposits: [{ category: 'USDT-FUTURES', coin: 'USDT', amount: '36.07827483' }],
  holdings: [{ ...crossed(contracts.ETHUSDT, 'long', '0.1', '10'), isolated: '34.54821' }],
};

function crossed(contract: Contract, side: Holding['side'], size: string, leverage: string): Holding {
  return {
    contract,
    side,
    size,
    leverage,
    entry: String(starts[contract.coin]),
    isolated: null,
  };
}
