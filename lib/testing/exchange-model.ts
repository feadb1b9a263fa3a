import BigJs from 'big.js';

/** Forty decimals keep the model's own rounding far below a test's tolerance. */
const Big = BigJs();
Big.DP = 40;
type Big = BigJs;

export type Leg = {
  readonly symbol: string;
  readonly side: 'long' | 'short';
  readonly size: string;
  readonly mark: string;
};

/** A cross margin pool, or one isolated position. `cash` is the equity at these mark prices. */
export type Pool = { readonly cash: Big; readonly legs: readonly Leg[] };

/**
 * Bitget's progressive maintenance margin of BTCUSDT since 2025-11-10, including its taker fee: 0.40% + 0.06% up to
 * 200,000, and 0.50% + 0.06% above (support article 12560603841952).
 */
const TIER_END = new Big(200_000);
const LOWER = new Big('0.0046');
const UPPER = new Big('0.0056');

export function maintenance(value: Big): Big {
  const inLower = value.lt(TIER_END) ? value : TIER_END;
  return inLower.times(LOWER).plus(value.minus(inLower).times(UPPER));
}

/** Returns the rate of the tier that a leg's value falls into. */
export function tierRate(leg: Leg): Big {
  return valueAt(leg, new Big(leg.mark)).gt(TIER_END) ? UPPER : LOWER;
}

export function computeRatio({ cash, legs }: Pool): Big {
  return totalMaintenance(legs).div(cash);
}

export function totalMaintenance(legs: readonly Leg[]): Big {
  return legs.reduce((total, leg) => total.plus(maintenance(valueAt(leg, new Big(leg.mark)))), new Big(0));
}

/** Returns the price of one leg, with the others constant, at which the equity equals the maintenance margin. */
export function liquidationPrice({ cash, legs }: Pool, leg: Leg): Big {
  const mark = new Big(leg.mark);
  const others = totalMaintenance(legs.filter((each) => each !== leg));
  const direction = leg.side === 'long' ? 1 : -1;
  const size = new Big(leg.size);
  // For each tier: cash + direction · size · (p − mark) − others = rate · size · p − allowance, solved for p.
  const solve = (rate: Big, allowance: Big) =>
    size
      .times(mark)
      .times(direction)
      .minus(cash)
      .plus(others)
      .minus(allowance)
      .div(size.times(new Big(direction).minus(rate)));
  const lower = solve(LOWER, new Big(0));
  return valueAt(leg, lower).lte(TIER_END) ? lower : solve(UPPER, TIER_END.times(UPPER.minus(LOWER)));
}

export function computeDistance(pool: Pool, leg: Leg): Big {
  const mark = new Big(leg.mark);
  const price = liquidationPrice(pool, leg);
  return (leg.side === 'long' ? mark.minus(price) : price.minus(mark)).div(mark);
}

/** Builds a pool whose first leg is liquidated at this distance from its mark price. */
export function poolAt(legs: readonly Leg[], distance: string): Pool {
  const [first] = legs;
  if (!first) return { cash: new Big(0), legs };
  const mark = new Big(first.mark);
  const move = mark.times(distance);
  const price = first.side === 'long' ? mark.minus(move) : mark.plus(move);
  const others = totalMaintenance(legs.slice(1));
  return { cash: others.plus(maintenance(valueAt(first, price))).plus(move.times(first.size)), legs };
}

/** Returns the pool after adding an amount. */
export function withAdded({ cash, legs }: Pool, amount: string): Pool {
  return { cash: cash.plus(amount), legs };
}

/** Returns the pool after closing a share of a leg at its mark price, with a fee of 0.06% of its value. */
export function withClosed({ cash, legs }: Pool, closed: Leg, share: Big): Pool {
  const fee = valueAt(closed, new Big(closed.mark)).times(share).times('0.0006');
  const size = new Big(closed.size).times(new Big(1).minus(share)).toFixed();
  return { cash: cash.minus(fee), legs: legs.map((leg) => (leg === closed ? { ...leg, size } : leg)) };
}

function valueAt({ size }: Leg, price: Big): Big {
  return price.times(size);
}
