import Big from 'big.js';
import { markPrice } from './contract.ts';
import type { Holding } from './holdings.ts';
import type { Market } from './market.ts';

/** A holding at the market's prices; amounts in its margin coin, to 8 decimals. */
export type Valuation = {
  readonly holding: Holding;
  readonly mark: Big;
  /** The position's value. */
  readonly value: Big;
  readonly pnl: Big;
  /** Maintenance margin. */
  readonly keep: Big;
  /** The margin it takes: what was set aside, or value ÷ leverage. */
  readonly margin: Big;
};

export function valueHolding(holding: Holding, market: Market): Valuation {
  const mark = markPrice(holding.contract, market);
  const size = new Big(holding.size);
  const entry = new Big(holding.entry);
  const isInverse = holding.contract.category === 'COIN-FUTURES';
  // An inverse contract is a fixed sum of USD: in coins it shrinks as the price climbs.
  const value = isInverse ? size.times(entry).div(mark) : size.times(mark);
  const gain = isInverse ? size.minus(value) : value.minus(size.times(entry));
  const margin = holding.isolated ?? value.div(holding.leverage);
  return {
    holding,
    mark,
    value: value.round(8),
    pnl: (holding.side === 'long' ? gain : gain.neg()).round(8),
    keep: value.times(holding.contract.keepRate).round(8),
    margin: new Big(margin).round(8),
  };
}

/**
 * The price at which `pool` plus the position's profit and loss is just its maintenance margin.
 * `pool` is what stands behind it besides its own profit and loss. "0": no price does that.
 */
export function liquidationPrice(holding: Holding, pool: Big): string {
  const keep = new Big(holding.contract.keepRate);
  const size = new Big(holding.size);
  const cost = size.times(holding.entry);
  const sign = holding.side === 'long' ? 1 : -1;
  if (holding.contract.category === 'COIN-FUTURES') {
    const divisor = pool.plus(size.times(sign));
    const worth = cost.times(keep.times(sign).plus(1)).times(sign);
    return divisor.eq(0) || worth.div(divisor).lte(0) ? '0' : worth.div(divisor).toFixed(8);
  }
  const liability = cost.minus(pool.times(sign));
  return liability.div(size.times(new Big(1).minus(keep.times(sign)))).toFixed(8);
}

export function sum(amounts: readonly Big[]): Big {
  return amounts.reduce((total, amount) => total.plus(amount), new Big(0));
}

/** Maintenance margin against what covers it; 10, far beyond liquidation, if nothing does. */
export function ratio(keep: Big, cover: Big): Big {
  if (keep.eq(0)) return new Big(0);
  return cover.gt(0) ? keep.div(cover) : new Big(10);
}

export function atLeastZero(amount: Big): Big {
  return amount.lt(0) ? new Big(0) : amount;
}
