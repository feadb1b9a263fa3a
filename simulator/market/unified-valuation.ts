import type Big from 'big.js';
import { coinPrice } from './contract.ts';
import type { AccountHoldings } from './holdings.ts';
import type { Market } from './market.ts';
import { ratio, sum, type Valuation, valueHolding } from './valuation.ts';

/** Amounts in USD. `cover` counts what stands behind the positions. */
export type UnifiedValuation = {
  readonly held: readonly Valuation[];
  readonly equity: Big;
  readonly cover: Big;
  readonly pnl: Big;
  readonly keep: Big;
  readonly margin: Big;
  readonly value: Big;
  readonly risk: Big;
};

/** All deposits and holdings of a unified account together. Its holdings are cross and of stablecoin margin. */
export function valueUnifiedAccount(book: AccountHoldings, market: Market): UnifiedValuation {
  const held = book.holdings.map((holding) => valueHolding(holding, market));
  const total = (amountOf: (held: Valuation) => Big): Big =>
    sum(held.map((each) => amountOf(each).times(coinPrice(each.holding.contract.marginCoin, market))));
  const worth = (share: (coin: string) => string): Big =>
    sum(book.deposits.map(({ coin, amount }) => coinPrice(coin, market).times(amount).times(share(coin))));
  const pnl = total((each) => each.pnl);
  const keep = total((each) => each.keep);
  const cover = worth(haircutShare).plus(pnl);
  return {
    held,
    pnl,
    keep,
    cover,
    equity: worth(() => '1').plus(pnl),
    margin: total((each) => each.margin),
    value: total((each) => each.value),
    risk: ratio(keep, cover),
  };
}

function haircutShare(coin: string): string {
  return coin.startsWith('USD') ? '1' : '0.95';
}
