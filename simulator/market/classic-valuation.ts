import Big from 'big.js';
import { type AccountHoldings, type Deposit, listOpenHoldings } from './holdings.ts';
import type { Market } from './market.ts';
import { ratio, sum, type Valuation, valueHolding } from './valuation.ts';

/** A deposit with all that hangs on it. `cover` is what stands behind the cross positions. */
export type ClassicValuation = {
  readonly deposit: Deposit;
  readonly held: readonly Valuation[];
  readonly crossed: readonly Valuation[];
  readonly isolated: readonly Valuation[];
  readonly available: Big;
  readonly cover: Big;
  readonly risk: Big;
};

/** All that one deposit of a classic account amounts to. */
export function valueClassicAccount(book: AccountHoldings, deposit: Deposit, market: Market): ClassicValuation {
  const held = listOpenHoldings(book, deposit).map((holding) => valueHolding(holding, market));
  const crossed = held.filter(({ holding }) => holding.isolated === null);
  const isolated = held.filter(({ holding }) => holding.isolated !== null);
  const available = new Big(deposit.amount).minus(sum(isolated.map(({ margin }) => margin)));
  const cover = available.plus(sum(crossed.map(({ pnl }) => pnl)));
  const risk = ratio(sum(crossed.map(({ keep }) => keep)), cover);
  return { deposit, held, crossed, isolated, available, cover, risk };
}
