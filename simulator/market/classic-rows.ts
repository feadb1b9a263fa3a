import type { ProductType } from '../bitget/product-types.ts';
import { classicPosition, classicRow, type Overrides } from '../samples/index.ts';
import { type ClassicValuation, valueClassicAccount } from './classic-valuation.ts';
import { coinPrice } from './contract.ts';
import type { AccountHoldings, Deposit } from './holdings.ts';
import type { Market } from './market.ts';
import { atLeastZero, liquidationPrice, ratio, sum, type Valuation } from './valuation.ts';

export type Rows = Partial<Record<ProductType, readonly Overrides[]>>;

/** The rows of a classic account in single mode: `accountEquity = available + isolatedMargin + unrealizedPL`, exactly. */
export function classicAccounts(book: AccountHoldings, market: Market): Rows {
  return gather(book, (deposit) => [accountRow(valueClassicAccount(book, deposit, market), market)]);
}

/** The positions of a classic account; `now` stamps them, ms. */
export function classicPositions(book: AccountHoldings, market: Market, now: number): Rows {
  return gather(book, (deposit) => {
    const pot = valueClassicAccount(book, deposit, market);
    return pot.held.map((held) => positionRow(held, pot, now));
  });
}

function accountRow(
  { deposit, crossed, isolated, available, cover, risk }: ClassicValuation,
  market: Market,
): Overrides {
  const crossedPnl = sum(crossed.map(({ pnl }) => pnl));
  const isolatedPnl = sum(isolated.map(({ pnl }) => pnl));
  const pnl = crossedPnl.plus(isolatedPnl);
  const crossedMargin = sum(crossed.map(({ margin }) => margin));
  const isolatedMargin = sum(isolated.map(({ margin }) => margin));
  const equity = available.plus(isolatedMargin).plus(pnl);
  const free = atLeastZero(cover.minus(crossedMargin));
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
    unionMm: sum(crossed.map(({ keep }) => keep)).toFixed(8),
    isolatedMargin: isolatedMargin.toFixed(8),
    crossedMargin: crossedMargin.toFixed(8),
    crossedUnrealizedPL: crossedPnl.toFixed(8),
    isolatedUnrealizedPL: isolatedPnl.toFixed(8),
  });
}

function positionRow(valuation: Valuation, { crossed, cover, risk }: ClassicValuation, now: number): Overrides {
  const { holding, mark, pnl, keep, margin } = valuation;
  const isCrossed = holding.isolated === null;
  const otherKeep = sum(crossed.map((each) => each.keep)).minus(keep);
  const pool = isCrossed ? cover.minus(pnl).minus(otherKeep) : margin;
  return classicPosition({
    marginCoin: holding.contract.marginCoin,
    symbol: holding.contract.symbol,
    holdSide: holding.side,
    marginSize: margin.toFixed(8),
    available: holding.size,
    total: holding.size,
    leverage: holding.leverage,
    openPriceAvg: holding.entry,
    marginMode: isCrossed ? 'crossed' : 'isolated',
    unrealizedPL: pnl.toFixed(8),
    liquidationPrice: liquidationPrice(holding, pool),
    keepMarginRate: holding.contract.keepRate,
    markPrice: mark.toFixed(),
    marginRatio: (isCrossed ? risk : ratio(keep, margin.plus(pnl))).toFixed(12),
    breakEvenPrice: holding.entry,
    uTime: String(now),
  });
}

function gather(book: AccountHoldings, rowsOf: (deposit: Deposit) => readonly Overrides[]): Rows {
  const rows: Partial<Record<ProductType, readonly Overrides[]>> = {};
  for (const deposit of book.deposits) {
    rows[deposit.category] = [...(rows[deposit.category] ?? []), ...rowsOf(deposit)];
  }
  return rows;
}
