import Big from 'big.js';
import { type Category, categories } from '../bitget/product-types.ts';
import { type Overrides, unifiedAsset, unifiedAssets, unifiedPosition } from '../samples/index.ts';
import { coinPrice } from './contract.ts';
import type { AccountHoldings, Deposit } from './holdings.ts';
import type { Market } from './market.ts';
import { type UnifiedValuation, valueUnifiedAccount } from './unified-valuation.ts';
import { atLeastZero, liquidationPrice, sum, type Valuation } from './valuation.ts';

/** `data` of `/v3/account/assets`: all deposits are one pool, other coins than stablecoins at 95 %. */
export function unifiedOverview(book: AccountHoldings, market: Market): Overrides {
  const pool = valueUnifiedAccount(book, market);
  const bitcoin = coinPrice('BTC', market);
  return unifiedAssets({
    accountEquity: pool.equity.toFixed(8),
    usdtEquity: pool.equity.toFixed(8),
    btcEquity: pool.equity.div(bitcoin).toFixed(8),
    unrealisedPnl: pool.pnl.toFixed(8),
    usdtUnrealisedPnl: pool.pnl.toFixed(8),
    btcUnrealizedPnl: pool.pnl.div(bitcoin).toFixed(8),
    effEquity: pool.cover.toFixed(8),
    mmr: pool.keep.toFixed(8),
    imr: pool.margin.toFixed(8),
    mgnRatio: pool.risk.toFixed(8),
    positionMgnRatio: pool.risk.toFixed(8),
    positionValue: pool.value.toFixed(8),
    leverage: pool.equity.gt(0) ? pool.value.div(pool.equity).toFixed(8) : '0',
    assets: book.deposits.map((deposit) => assetRow(deposit, pool, market)),
  });
}

/** `data.list` of `/v3/position/current-position` by category; `now` stamps the rows, ms. */
export function unifiedPositions(
  book: AccountHoldings,
  market: Market,
  now: number,
): Partial<Record<Category, readonly Overrides[] | null>> {
  const pool = valueUnifiedAccount(book, market);
  const lists = categories.map((category) => {
    const held = pool.held.filter(({ holding }) => holding.contract.category === category);
    return [category, held.length === 0 ? null : held.map((each) => positionRow(each, pool, now))] as const;
  });
  return Object.fromEntries(lists);
}

function assetRow({ coin, amount }: Deposit, pool: UnifiedValuation, market: Market): Overrides {
  const own = pool.held.filter(({ holding }) => holding.contract.marginCoin === coin);
  const equity = sum(own.map(({ pnl }) => pnl)).plus(amount);
  const available = atLeastZero(equity.minus(sum(own.map(({ margin }) => margin))));
  return unifiedAsset({
    coin,
    equity: equity.toFixed(8),
    usdValue: equity.times(coinPrice(coin, market)).toFixed(8),
    balance: new Big(amount).toFixed(8),
    available: available.toFixed(8),
  });
}

function positionRow(valuation: Valuation, pool: UnifiedValuation, now: number): Overrides {
  const { holding, mark, pnl, keep, margin } = valuation;
  const others = pool.cover.minus(pnl).minus(pool.keep.minus(keep));
  return unifiedPosition({
    category: holding.contract.category,
    symbol: holding.contract.symbol,
    marginCoin: holding.contract.marginCoin,
    posSide: holding.side,
    positionBalance: margin.toFixed(8),
    available: holding.size,
    total: holding.size,
    leverage: holding.leverage,
    avgPrice: holding.entry,
    unrealisedPnl: pnl.toFixed(8),
    liquidationPrice: liquidationPrice(holding, others),
    mmr: holding.contract.keepRate,
    profitRate: pnl.div(margin).toFixed(8),
    markPrice: mark.toFixed(),
    breakEvenPrice: holding.entry,
    updatedTime: String(now),
  });
}
