import Big from 'big.js';

/** A range of position values in the quote coin: maintenance margin = `marginal` · value − `deduction`. */
export type Tier = {
  readonly from: Big;
  /** null: the last tier. */
  readonly upTo: Big | null;
  /** The rate that Bitget publishes. */
  readonly rate: string;
  /** The maintenance rate plus the taker fee. */
  readonly marginal: Big;
  readonly deduction: Big;
};

/** Bitget adds it to each tier's rate since 2025-11-10. Support article 12560603841952. */
export const TAKER_FEE = '0.0006';

/** Builds the tiers of a contract from rates and upper bounds. Each rate applies only to the value inside its tier. */
export function buildTiers(...bounds: readonly (readonly [rate: string, upTo?: string])[]): readonly Tier[] {
  const tiers: Tier[] = [];
  for (const [rate, upTo] of bounds) {
    const previous = tiers.at(-1);
    const from = previous?.upTo ?? new Big(0);
    const marginal = new Big(rate).plus(TAKER_FEE);
    const step = marginal.minus(previous?.marginal ?? marginal);
    const deduction = (previous?.deduction ?? new Big(0)).plus(step.times(from));
    tiers.push({ from, upTo: upTo === undefined ? null : new Big(upTo), rate, marginal, deduction });
  }
  return tiers;
}

/** The maintenance margin of a position of this value, both in the quote coin. */
export function maintenanceMargin(tiers: readonly Tier[], value: Big): Big {
  const { marginal, deduction } = findTier(tiers, value);
  return value.times(marginal).minus(deduction);
}

export function findTier(tiers: readonly Tier[], value: Big): Tier {
  const tier = tiers.find(({ upTo }) => upTo === null || value.lte(upTo));
  if (tier === undefined) throw new RangeError('the last tier must have no upper bound');
  return tier;
}
