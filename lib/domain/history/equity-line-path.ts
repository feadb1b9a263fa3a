/** The size of the drawing in CSS pixels, with room for the width of the line. */
export const EQUITY_LINE = { width: 104, height: 28 } as const;
const MARGIN = 2;

/** The outline of the line, interrupted in gaps, and the height of its first value. */
export type EquityDrawing = { readonly path: string; readonly begin: number };

/** Draws values at equal intervals; null where there are fewer than two. Equal values are a line through the middle. */
export function drawEquityLine(values: readonly (number | null)[]): EquityDrawing | null {
  const known = values.filter((value) => value !== null);
  const [first] = known;
  if (first === undefined || known.length < 2) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const y = (value: number) => {
    const share = high > low ? (high - value) / (high - low) : 0.5;
    return round(MARGIN + share * (EQUITY_LINE.height - 2 * MARGIN));
  };
  const x = (index: number) => round((index / (values.length - 1)) * EQUITY_LINE.width);
  const steps = values.map((value, index) => {
    if (value === null) return '';
    const point = `${x(index)} ${y(value)}`;
    // A line of no length draws a value between two gaps as a dot.
    return (values[index - 1] ?? null) === null ? `M${point}h0` : `L${point}`;
  });
  return { path: steps.join(''), begin: y(first) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
