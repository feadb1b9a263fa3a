import type { ProductType } from '../bitget/product-types.ts';
import { classicPosition, classicRow, type Overrides } from '../samples/index.ts';
import { type ClassicValuation, valueClassicAccount } from './classic-valuation.ts';
import { coinPrice } from './contract.ts';
import type { AccountHoldings, Deposit } from './holdings.ts';
import { liquidationPrice } from './liquidation-price.ts';
import type { Market } from './market.ts';
import { findTier } from './tiers.ts';
import { atLeastZero, marginRatio, type PositionValuation, quoteValue, sum, sumMaintenance } from './valuation.ts';

export type Rows = Partial<Record<ProductType, readonly Overrides[]>>;

/** The rows of a classic account in single mode: `accountEquity = available + isolatedMargin + unrealizedPL`, exactly. */
export function classicAccounts(holdings: AccountHoldings, market: Market): Rows {
  return collectRows(holdings, (deposit) => [accountRow(valueClassicAccount(holdings, deposit, market), market)]);
}

/** The positions of a classic account; `now` is their update time, ms. */
export function classicPositions(holdings: AccountHoldings, market: Market, now: number): Rows {
  return collectRows(holdings, (deposit) => {
    const account = valueClassicAccount(holdings, deposit, market);
    return account.positions.map((each) => positionRow(each, account, now));
  });
}

function accountRow(account: ClassicValuation, market: Market): Overrides {
  const { deposit, crossed, isolated, available, crossEquity, maintenance, risk } = account;
  const crossedPnl = sum(crossed.map(({ pnl }) => pnl));
  const isolatedPnl = sum(isolated.map(({ pnl }) => pnl));
  const pnl = crossedPnl.plus(isolatedPnl);
  const crossedMargin = sum(crossed.map(({ margin }) => margin));
  const isolatedMargin = sum(isolated.map(({ margin }) => margin));
  const equity = available.plus(isolatedMargin).plus(pnl);
  const free = atLeastZero(crossEquity.minus(crossedMargin));
  const usdt = equity.times(coinPrice(deposit.coin, market));
  return classicRow({
    marginCoin: deposit.coin,
    available: available.toFixed(8),
    crossedMaxAvailable: free.toFixed(8),
    isolatedMaxAvailable: free.toFixed(8),
    maxTransferOut: (free.lt(available) ? free : atLeastZero(available)).toFixed(8),
    accountEquity: equity.toFixed(8),
    usdtEquity: usdt.toFixed(12),
    btcEquity: usdt.div(coinPrice('BTC', market)).toFixed(12),
    crossedRiskRate: risk.toFixed(18),
    unrealizedPL: pnl.toFixed(8),
    unionTotalMargin: equity.toFixed(8),
    unionAvailable: free.toFixed(8),
    unionMm: maintenance.toFixed(8),
    isolatedMargin: isolatedMargin.toFixed(8),
    crossedMargin: crossedMargin.toFixed(8),
    crossedUnrealizedPL: crossedPnl.toFixed(8),
    isolatedUnrealizedPL: isolatedPnl.toFixed(8),
  });
}

function positionRow(valuation: PositionValuation, account: ClassicValuation, now: number): Overrides {
  const { position, mark, pnl, maintenance, margin } = valuation;
  const isCrossed = position.isolated === null;
  return classicPosition({
    marginCoin: position.contract.marginCoin,
    symbol: position.contract.symbol,
    holdSide: position.side,
    marginSize: margin.toFixed(8),
    available: position.size,
    total: position.size,
    leverage: position.leverage,
    openPriceAvg: position.entry,
    marginMode: isCrossed ? 'crossed' : 'isolated',
    unrealizedPL: pnl.toFixed(8),
    liquidationPrice: isCrossed ? crossLiquidationPrice(valuation, account) : liquidationPrice([valuation], margin),
    keepMarginRate: findTier(position.contract.tiers, quoteValue(position, mark)).rate,
    markPrice: mark.toFixed(),
    marginRatio: (isCrossed ? account.risk : marginRatio(maintenance, margin.plus(pnl))).toFixed(12),
    breakEvenPrice: position.entry,
    uTime: String(now),
  });
}

function crossLiquidationPrice({ position }: PositionValuation, account: ClassicValuation): string {
  const sides = account.crossed.filter((each) => each.position.contract.symbol === position.contract.symbol);
  const otherMaintenance = account.maintenance.minus(sumMaintenance(sides));
  const otherEquity = account.crossEquity.minus(sum(sides.map(({ pnl }) => pnl)));
  return liquidationPrice(sides, otherEquity.minus(otherMaintenance));
}

function collectRows(holdings: AccountHoldings, listRows: (deposit: Deposit) => readonly Overrides[]): Rows {
  const rows: Partial<Record<ProductType, readonly Overrides[]>> = {};
  for (const deposit of holdings.deposits) {
    rows[deposit.category] = [...(rows[deposit.category] ?? []), ...listRows(deposit)];
  }
  return rows;
}
