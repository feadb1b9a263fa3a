/** The middle of some figures and where their middle half lies. */
export type Spread = { readonly low: number; readonly median: number; readonly high: number };

export function computeSpread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { low: quantile(sorted, 0.25), median: quantile(sorted, 0.5), high: quantile(sorted, 0.75) };
}

/** The spread of the ratios of pairs that were measured one after the other: what disturbed both is not in it. */
export function computeRatio(ours: readonly number[], beside: readonly number[]): Spread {
  return computeSpread(ours.map((value, index) => value / (beside[index] ?? Number.NaN)));
}

export function median(values: readonly number[]): number {
  return computeSpread(values).median;
}

function quantile(sorted: readonly number[], part: number): number {
  const at = (sorted.length - 1) * part;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}
