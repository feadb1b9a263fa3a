import { computeRatio, computeSpread, median } from './statistics.ts';

/** A line of the table: ours, what it is beside, and the ratio of both. */
export type Row = {
  readonly what: string;
  readonly ours: string;
  readonly beside: string;
  readonly ratio: string;
  /** The middle half of the ratios, and of how many pairs. */
  readonly spread: string;
};

/** What a section found; `remarks` say how it was measured. */
export type Section = { readonly rows: readonly Row[]; readonly remarks: readonly string[] };

export type Side = { readonly name: string; readonly values: readonly number[] };

/** A row of figures that were measured in pairs. */
export function pairedRow(what: string, unit: string, ours: readonly number[], beside: Side): Row {
  const { low, high } = computeRatio(ours, beside.values);
  return {
    what,
    ours: `${brief(median(ours))} ${unit} (${range(ours)})`,
    beside: `${beside.name}: ${brief(median(beside.values))} ${unit} (${range(beside.values)})`,
    ratio: brief(median(ours) / median(beside.values)),
    spread: `${brief(low)}–${brief(high)} of ${ours.length}`,
  };
}

/** A row of two figures that do not vary. */
export function plainRow(what: string, unit: string, ours: number, beside?: { name: string; value: number }): Row {
  return {
    what,
    ours: `${brief(ours)} ${unit}`,
    beside: beside ? `${beside.name}: ${brief(beside.value)} ${unit}` : '',
    ratio: beside ? brief(ours / beside.value) : '',
    spread: '',
  };
}

/** Three digits that count. */
export function brief(value: number): string {
  if (!Number.isFinite(value)) return '?';
  return value >= 1_000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

function range(values: readonly number[]): string {
  const { low, high } = computeSpread(values);
  return `${brief(low)}–${brief(high)}`;
}
