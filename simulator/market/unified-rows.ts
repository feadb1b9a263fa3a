import Big from 'big.js';
import { type Category, categories } from '../bitget/product-types.ts';
import { type Overrides, unifiedAsset, unifiedAssets, unifiedPosition } from '../samples/index.ts';
import { coinPrice } from './contract.ts';
import type { AccountHoldings, Deposit } from './holdings.ts';
import { liquidationPrice } from './liquidation-price.ts';
import type { Market } from './market.ts';
import { findTier } from './tiers.ts';
import { type UnifiedValuation, valueUnifiedAccount } from './unified-valuation.ts';
import { atLeastZero, type PositionValuation, quoteValue, sum, sumMaintenance } from './valuation.ts';

/** `data` of `/v3/account/assets`: all deposits are one pool, other coins than stablecoins at 95%. */
export function unifiedOverview(holdings: AccountHoldings, market: Market): Overrides {
  const account = valueUnifiedAccount(holdings, market);
  const bitcoin = coinPrice('BTC', market);
  return unifiedAssets({
    accountEquity: account.equity.toFixed(8),
    usdtEquity: account.equity.toFixed(8),
    btcEquity: account.equity.div(bitcoin).toFixed(8),
    unrealisedPnl: account.pnl.toFixed(8),
    usdtUnrealisedPnl: account.pnl.toFixed(8),
    btcUnrealizedPnl: account.pnl.div(bitcoin).toFixed(8),
    effEquity: account.effectiveEquity.toFixed(8),
    mmr: account.maintenance.toFixed(8),
    imr: account.margin.toFixed(8),
    mgnRatio: account.risk.toFixed(8),
    positionMgnRatio: account.risk.toFixed(8),
    positionValue: account.value.toFixed(8),
    leverage: account.equity.gt(0) ? account.value.div(account.equity).toFixed(8) : '0',
    assets: holdings.deposits.map((deposit) => assetRow(deposit, account, market)),
  });
}

/** `data.list` of `/v3/position/current-position` by category; `now` is the update time of the rows, ms. */
export function unifiedPositions(
  holdings: AccountHoldings,
  market: Market,
  now: number,
): Partial<Record<Category, readonly Overrides[] | null>> {
  const account = valueUnifiedAccount(holdings, market);
  const lists = categories.map((category) => {
    const positions = account.positions.filter(({ position }) => position.contract.category === category);
    return [
      category,
      positions.length === 0 ? null : positions.map((each) => positionRow(each, account, now)),
    ] as const;
  });
  return Object.fromEntries(lists);
}

function assetRow({ coin, amount }: Deposit, account: UnifiedValuation, market: Market): Overrides {
  const positions = account.positions.filter(({ position }) => position.contract.marginCoin === coin);
  const equity = sum(positions.map(({ pnl }) => pnl)).plus(amount);
  const available = atLeastZero(equity.minus(sum(positions.map(({ margin }) => margin))));
  return unifiedAsset({
    coin,
    equity: equity.toFixed(8),
    usdValue: equity.times(coinPrice(coin, market)).toFixed(8),
    balance: new Big(amount).toFixed(8),
    available: available.toFixed(8),
    debt: atLeastZero(new Big(amount).neg()).toFixed(8),
  });
}

function positionRow(valuation: PositionValuation, account: UnifiedValuation, now: number): Overrides {
  const { position, mark, pnl, margin } = valuation;
  const isCrossed = position.isolated === null;
  return unifiedPosition({
    category: position.contract.category,
    symbol: position.contract.symbol,
    marginCoin: position.contract.marginCoin,
    posSide: position.side,
    marginMode: isCrossed ? 'crossed' : 'isolated',
    positionBalance: margin.toFixed(8),
    available: position.size,
    total: position.size,
    leverage: position.leverage,
    avgPrice: position.entry,
    unrealisedPnl: pnl.toFixed(8),
    liquidationPrice: isCrossed ? crossLiquidationPrice(valuation, account) : liquidationPrice([valuation], margin),
    mmr: findTier(position.contract.tiers, quoteValue(position, mark)).rate,
    profitRate: pnl.div(margin).toFixed(8),
    markPrice: mark.toFixed(),
    breakEvenPrice: position.entry,
    updatedTime: String(now),
  });
}

function crossLiquidationPrice({ position }: PositionValuation, account: UnifiedValuation): string {
  const sides = account.crossed.filter((each) => each.position.contract.symbol === position.contract.symbol);
  const otherMaintenance = account.maintenance.minus(sumMaintenance(sides));
  const otherEquity = account.effectiveEquity.minus(sum(sides.map(({ pnl }) => pnl)));
  return liquidationPrice(sides, otherEquity.minus(otherMaintenance));
}
