/** The median of some figures, and the limits of their middle half. */
export type Spread = { readonly low: number; readonly median: number; readonly high: number };

export function computeSpread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { low: quantile(sorted, 0.25), median: quantile(sorted, 0.5), high: quantile(sorted, 0.75) };
}

/** Returns the spread of the ratios of pairs. A disturbance of both figures of a pair has no effect on their ratio. */
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
