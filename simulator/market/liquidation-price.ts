import Big from 'big.js';
import { isInverse } from './contract.ts';
import type { Position } from './holdings.ts';
import { maintenanceMargin } from './tiers.ts';
import { largest, type PositionValuation, quoteValue, sum } from './valuation.ts';

/**
 * The mark price at which `equity` plus the profit and loss of these positions equals their maintenance margin.
 * `sides` are the positions of one contract that share margin: one, or a hedge. `equity` leaves out their profit and loss
 * and the maintenance margin of all other positions. "0": no price liquidates them.
 */
export function liquidationPrice(sides: readonly PositionValuation[], equity: Big): string {
  const [first] = sides;
  if (first === undefined) return '0';
  const positions = sides.map(({ position }) => position);
  const prices = isInverse(first.position.contract) ? solveInverse(positions, equity) : solveLinear(positions, equity);
  const distance = (price: Big): Big => price.minus(first.mark).abs();
  const [nearest] = prices.toSorted((one, other) => distance(one).cmp(distance(other)));
  return nearest?.toFixed(8) ?? '0';
}

/** One solution for each tier in which the position then lies. The lowest tier may give a negative price, as at Bitget. */
function solveLinear(positions: readonly Position[], equity: Big): readonly Big[] {
  const net = sum(positions.map((each) => signed(each).times(each.size)));
  const cost = sum(positions.map((each) => signed(each).times(each.size).times(each.entry)));
  const size = largest(positions.map((each) => new Big(each.size)));
  return (positions[0]?.contract.tiers ?? []).flatMap(({ from, upTo, marginal, deduction }) => {
    const slope = net.minus(marginal.times(size));
    if (slope.eq(0)) return [];
    const price = cost.minus(equity).minus(deduction).div(slope);
    const value = price.times(size);
    const isInside = (from.eq(0) || value.gte(from)) && (upTo === null || value.lte(upTo));
    return isInside ? [price] : [];
  });
}

/** The value in USD, and so the tier, is fixed; the maintenance margin in coins falls as the price rises. */
function solveInverse(positions: readonly Position[], equity: Big): readonly Big[] {
  const net = sum(positions.map((each) => signed(each).times(each.size)));
  const cost = sum(positions.map((each) => signed(each).times(each.size).times(each.entry)));
  const maintenance = largest(
    positions.map((each) => maintenanceMargin(each.contract.tiers, quoteValue(each, new Big(0)))),
  );
  const divisor = equity.plus(net);
  if (divisor.eq(0)) return [];
  const price = cost.plus(maintenance).div(divisor);
  return price.gt(0) ? [price] : [];
}

function signed({ side }: Position): Big {
  return new Big(side === 'long' ? 1 : -1);
}
