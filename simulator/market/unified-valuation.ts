import type Big from 'big.js';
import { priceOf } from './contract.ts';
import type { Book } from './holdings.ts';
import type { Market } from './market.ts';
import { ratio, sum, type Valuation, valueHolding } from './valuation.ts';

/** Amounts in USD. `cover` counts what stands behind the positions. */
export type Pool = {
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
export function poolOf(book: Book, market: Market): Pool {
  const held = book.holdings.map((holding) => valueHolding(holding, market));
  const total = (amountOf: (held: Valuation) => Big): Big =>
    sum(held.map((each) => amountOf(each).times(priceOf(each.holding.contract.marginCoin, market))));
  const worth = (share: (coin: string) => string): Big =>
    sum(book.deposits.map(({ coin, amount }) => priceOf(coin, market).times(amount).times(share(coin))));
  const pnl = total((each) => each.pnl);
  const keep = total((each) => each.keep);
  const cover = worth(shareOf).plus(pnl);
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

function shareOf(coin: string): string {
  return coin.startsWith('USD') ? '1' : '0.95';
}
