import type { Overrides } from './overrides.ts';

/** `data` of `/v3/account/assets`: one coin, no positions. `mmr` and `imr` are USD. */
export function unifiedAssets(overrides: Overrides = {}): Overrides {
  return {
    accountEquity: '1000.00000000',
    usdtEquity: '1000.00000000',
    btcEquity: '0.01666667',
    unrealisedPnl: '0',
    usdtUnrealisedPnl: '0',
    btcUnrealizedPnl: '0',
    effEquity: '1000.00000000',
    mmr: '0',
    imr: '0',
    mgnRatio: '0',
    positionMgnRatio: '0',
    positionValue: '0',
    leverage: '0',
    bonus: '0',
    assets: [unifiedAsset()],
    ...overrides,
  };
}

/** A coin of a unified account. */
export function unifiedAsset(overrides: Overrides = {}): Overrides {
  return {
    coin: 'USDT',
    equity: '1000.00000000',
    usdValue: '1000.00000000',
    balance: '1000.00000000',
    available: '1000.00000000',
    debt: '0',
    locked: '0',
    ...overrides,
  };
}

/** A row of `/v3/position/current-position`; its `mmr` is a rate. */
export function unifiedPosition(overrides: Overrides = {}): Overrides {
  return {
    category: 'USDT-FUTURES',
    symbol: 'BTCUSDT',
    marginCoin: 'USDT',
    holdMode: 'hedge_mode',
    posSide: 'long',
    marginMode: 'crossed',
    positionBalance: '600.00000000',
    available: '0.1',
    frozen: '0',
    total: '0.1',
    leverage: '10',
    curRealisedPnl: '0',
    avgPrice: '60000.0',
    positionStatus: 'normal',
    unrealisedPnl: '0.00000000',
    liquidationPrice: '50200.8032128514',
    mmr: '0.004',
    profitRate: '0',
    markPrice: '60000.0',
    breakEvenPrice: '60072.0432259356',
    totalFunding: '0',
    openFeeTotal: '0',
    closeFeeTotal: '0',
    createdTime: '1700000000000',
    updatedTime: '1700000000000',
    ...overrides,
  };
}
