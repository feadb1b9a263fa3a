import Big from 'big.js';
import { isInverse, markPrice } from './contract.ts';
import type { Position } from './holdings.ts';
import type { Market } from './market.ts';
import { maintenanceMargin } from './tiers.ts';

/** A position at the market's prices; amounts in its margin coin, to 8 decimals. */
export type PositionValuation = {
  readonly position: Position;
  readonly mark: Big;
  readonly value: Big;
  readonly pnl: Big;
  readonly maintenance: Big;
  /** The isolated margin, or value ÷ leverage. */
  readonly margin: Big;
};

export function valuePosition(position: Position, market: Market): PositionValuation {
  const { contract, side, leverage, isolated } = position;
  const mark = markPrice(contract, market);
  const size = new Big(position.size);
  const cost = size.times(position.entry);
  // An inverse contract is a fixed amount of USD, so its value in coins shrinks as the price rises.
  const value = isInverse(contract) ? cost.div(mark) : size.times(mark);
  const gain = isInverse(contract) ? size.minus(value) : value.minus(cost);
  const maintenance = maintenanceMargin(contract.tiers, quoteValue(position, mark));
  return {
    position,
    mark,
    value: value.round(8),
    pnl: (side === 'long' ? gain : gain.neg()).round(8),
    maintenance: (isInverse(contract) ? maintenance.div(mark) : maintenance).round(8),
    margin: new Big(isolated ?? value.div(leverage)).round(8),
  };
}

/** The value of a position in its quote coin, which is the unit of the tiers. */
export function quoteValue({ contract, size, entry }: Position, mark: Big): Big {
  return new Big(size).times(isInverse(contract) ? entry : mark);
}

/** The maintenance margin of cross positions. Of a hedged contract only the larger side counts. */
export function sumMaintenance(crossed: readonly PositionValuation[]): Big {
  const contracts = Map.groupBy(crossed, ({ position }) => position.contract.symbol);
  return sum([...contracts.values()].map((sides) => largest(sides.map(({ maintenance }) => maintenance))));
}

export function sum(amounts: readonly Big[]): Big {
  return amounts.reduce((total, amount) => total.plus(amount), new Big(0));
}

export function largest(amounts: readonly Big[]): Big {
  return amounts.reduce((most, amount) => (amount.gt(most) ? amount : most), new Big(0));
}

/** Maintenance margin ÷ equity; 10, far beyond liquidation, if there is no equity. */
export function marginRatio(maintenance: Big, equity: Big): Big {
  if (maintenance.eq(0)) return new Big(0);
  return equity.gt(0) ? maintenance.div(equity) : new Big(10);
}

export function atLeastZero(amount: Big): Big {
  return amount.lt(0) ? new Big(0) : amount;
}
