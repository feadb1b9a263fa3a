/** A line across the chart where a level begins; `color` is the name of a custom property. */
export type Threshold = { readonly color: string; readonly at: number; readonly label: string };

/** The part of a chart that the functions need: its canvas, the box of its plot in device pixels, and its scale. */
type Plot = {
  readonly ctx: CanvasRenderingContext2D;
  readonly bbox: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  valToPos(value: number, scale: string, inDevicePixels: boolean): number;
};

type Colors = { getColor(name: string): string };

const MARGIN = 4;
const LABEL_HEIGHT = 13;

/** Draws a dashed line at each threshold, with its label where that does not cover another one. */
export function drawThresholds({ ctx, bbox, valToPos }: Plot, all: readonly Threshold[], { getColor }: Colors): void {
  const scale = devicePixelRatio;
  ctx.save();
  ctx.lineWidth = scale;
  let last = Number.POSITIVE_INFINITY;
  for (const { color, at, label } of all.toSorted((a, b) => a.at - b.at)) {
    // Align to device pixels: a line between two pixels is blurred.
    const y = Math.round(valToPos(at, 'y', true) - ctx.lineWidth / 2) + ctx.lineWidth / 2;
    ctx.strokeStyle = getColor(color);
    ctx.setLineDash([4 * scale, 3 * scale]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    if (last - y < LABEL_HEIGHT * scale) continue;
    last = y;
    drawLabel(ctx, label, bbox.left, y - 2 * scale, 'bottom', getColor(color));
  }
  ctx.restore();
}

/** Draws the highest value at the top and the lowest one at the bottom, inside the plot. */
export function drawEdgeLabels(
  { ctx, bbox }: Pick<Plot, 'ctx' | 'bbox'>,
  [top, bottom]: readonly string[],
  { getColor }: Colors,
): void {
  ctx.save();
  if (top !== undefined) drawLabel(ctx, top, bbox.left, bbox.top, 'top', getColor('quiet'));
  if (bottom !== undefined) drawLabel(ctx, bottom, bbox.left, bbox.top + bbox.height, 'bottom', getColor('quiet'));
  ctx.restore();
}

function drawLabel(
  ctx: CanvasRenderingContext2D,
  text: string,
  left: number,
  y: number,
  baseline: 'top' | 'bottom',
  color: string,
): void {
  ctx.font = `${11 * devicePixelRatio}px system-ui, sans-serif`;
  ctx.fillStyle = color;
  ctx.textAlign = 'left';
  ctx.textBaseline = baseline;
  ctx.fillText(text, left + MARGIN * devicePixelRatio, y);
}
