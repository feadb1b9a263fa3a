import Big from 'big.js';
import { type AccountHoldings, type Deposit, listDepositPositions } from './holdings.ts';
import type { Market } from './market.ts';
import { marginRatio, type PositionValuation, sum, sumMaintenance, valuePosition } from './valuation.ts';

/** One margin coin of a classic account; amounts in that coin. */
export type ClassicValuation = {
  readonly deposit: Deposit;
  readonly positions: readonly PositionValuation[];
  readonly crossed: readonly PositionValuation[];
  readonly isolated: readonly PositionValuation[];
  /** Deposit − isolated margin. */
  readonly available: Big;
  /** Available plus the profit and loss of the cross positions. */
  readonly crossEquity: Big;
  /** Maintenance margin of the cross positions. */
  readonly maintenance: Big;
  readonly risk: Big;
};

export function valueClassicAccount(holdings: AccountHoldings, deposit: Deposit, market: Market): ClassicValuation {
  const positions = listDepositPositions(holdings, deposit).map((position) => valuePosition(position, market));
  const crossed = positions.filter(({ position }) => position.isolated === null);
  const isolated = positions.filter(({ position }) => position.isolated !== null);
  const available = new Big(deposit.amount).minus(sum(isolated.map(({ margin }) => margin)));
  const crossEquity = available.plus(sum(crossed.map(({ pnl }) => pnl)));
  const maintenance = sumMaintenance(crossed);
  const risk = marginRatio(maintenance, crossEquity);
  return { deposit, positions, crossed, isolated, available, crossEquity, maintenance, risk };
}
