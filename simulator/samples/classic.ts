import documented from '../fixtures/accounts-documented.json' with { type: 'json' };
import type { Overrides } from './overrides.ts';

/** The row of Bitget's documented example, unchanged: with `unionTotalMagin` and `"111,1"`. */
export const documentedRow: Overrides = documented.data[0] ?? {};

/** A row of `/mix/account/accounts` with every field, in single mode and without positions. */
export function classicRow(overrides: Overrides = {}): Overrides {
  return {
    marginCoin: 'USDT',
    locked: '0',
    available: '1000.00000000',
    crossedMaxAvailable: '1000.00000000',
    isolatedMaxAvailable: '1000.00000000',
    maxTransferOut: '1000.00000000',
    accountEquity: '1000.00000000',
    usdtEquity: '1000.000000000000',
    btcEquity: '0.016666666667',
    crossedRiskRate: '0',
    unrealizedPL: '0',
    coupon: '0',
    unionTotalMargin: '1000.00000000',
    unionAvailable: '1000.00000000',
    unionMm: '0',
    assetList: [],
    isolatedMargin: '0',
    crossedMargin: '0',
    crossedUnrealizedPL: '0',
    isolatedUnrealizedPL: '0',
    assetMode: 'single',
    grant: '0',
    ...overrides,
  };
}

/** A row of `/mix/position/all-position`: an isolated long of 10×, far from liquidation. */
export function classicPosition(overrides: Overrides = {}): Overrides {
  return {
    marginCoin: 'USDT',
    symbol: 'BTCUSDT',
    holdSide: 'long',
    openDelegateSize: '0',
    marginSize: '600.00000000',
    available: '0.1',
    locked: '0',
    total: '0.1',
    leverage: '10',
    achievedProfits: '0',
    openPriceAvg: '60000.0',
    marginMode: 'isolated',
    posMode: 'hedge_mode',
    unrealizedPL: '0.00000000',
    liquidationPrice: '54216.8674698795',
    keepMarginRate: '0.004',
    markPrice: '60000.0',
    marginRatio: '0.040000000000',
    breakEvenPrice: '60072.0432259356',
    totalFee: '0',
    deductedFee: '0',
    grant: '0',
    assetMode: 'single',
    autoMargin: 'off',
    takeProfit: '',
    stopLoss: '',
    takeProfitId: '',
    stopLossId: '',
    cTime: '1700000000000',
    uTime: '1700000000000',
    ...overrides,
  };
}
