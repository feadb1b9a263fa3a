import { computeRatio, computeSpread, median } from './statistics.ts';

/** A row of the table: our figure, the figure to compare with, and their ratio. */
export type Row = {
  readonly what: string;
  readonly ours: string;
  readonly beside: string;
  readonly ratio: string;
  /** The middle half of the ratios, and the number of pairs. */
  readonly spread: string;
};

/** The results of a section. `remarks` explain the measurement. */
export type Section = { readonly rows: readonly Row[]; readonly remarks: readonly string[] };

export type Side = { readonly name: string; readonly values: readonly number[] };

/** Returns a row of figures that were measured in pairs. */
export function buildPairedRow(what: string, unit: string, ours: readonly number[], beside: Side): Row {
  const { low, high } = computeRatio(ours, beside.values);
  return {
    what,
    ours: `${formatBrief(median(ours))} ${unit} (${formatRange(ours)})`,
    beside: `${beside.name}: ${formatBrief(median(beside.values))} ${unit} (${formatRange(beside.values)})`,
    ratio: formatBrief(median(ours) / median(beside.values)),
    spread: `${formatBrief(low)}–${formatBrief(high)} of ${ours.length}`,
  };
}

/** Returns a row of two single figures. */
export function buildRow(what: string, unit: string, ours: number, beside?: { name: string; value: number }): Row {
  return {
    what,
    ours: `${formatBrief(ours)} ${unit}`,
    beside: beside ? `${beside.name}: ${formatBrief(beside.value)} ${unit}` : '',
    ratio: beside ? formatBrief(ours / beside.value) : '',
    spread: '',
  };
}

/** Formats a number with three significant digits. */
export function formatBrief(value: number): string {
  if (!Number.isFinite(value)) return '?';
  return value >= 1_000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

function formatRange(values: readonly number[]): string {
  const { low, high } = computeSpread(values);
  return `${formatBrief(low)}–${formatBrief(high)}`;
}
