import type uPlot from 'uplot';
import { DAY, SECOND } from '../../lib/domain/core/time.ts';
import type { ChartData } from '../../lib/domain/history/chart-data.ts';
import { isolatedPoints } from '../../lib/domain/history/chart-data.ts';
import { formatCount } from '../../lib/domain/i18n/format.ts';
import type { I18n } from '../../lib/domain/i18n/i18n.ts';
import type { Thresholds } from '../../lib/domain/margin/risk.ts';

/** The input for both charts. `tone` returns the current color of a custom property. */
export type ChartOptionsInput = {
  readonly plot: ChartData;
  readonly width: number;
  /** In ms. */
  readonly from: number;
  readonly to: number;
  readonly thresholds: Thresholds;
  /** Amounts are hidden, so the equity chart has no scale. */
  readonly hidden: boolean;
  readonly i18n: I18n;
  tone(name: string): string;
};

/** The width of the longest amount on the scale. Equal for both charts, so that their time axes align. */
const SCALE = 62;
const MARGIN = 10;
/** The minimum distance of two time labels in CSS pixels, as wide as the longest label. */
const TIMES = 72;
/** The space above each chart for its name. */
const NAME = 18;
const HEIGHTS = { risk: 136, equity: 124 } as const;
const FONT = '11px system-ui, sans-serif';
const FULL = 100;
const LEVELS = ['caution', 'warning', 'danger'] as const;

/** Returns the chart of the risk in percent, from 0 to liquidation or beyond, with a line at each threshold. */
export function buildRiskChart(drawing: ChartOptionsInput): uPlot.Options {
  const { plot, thresholds, i18n, tone } = drawing;
  const top = Math.max(FULL, ...plot.risks.map((risk) => risk ?? 0));
  const labels = [0, ...LEVELS.map((level) => thresholds[level])];
  return {
    ...commonOptions(drawing, plot.risks, 'level'),
    height: HEIGHTS.risk,
    scales: { ...times(drawing), y: { range: [0, top] } },
    axes: [
      { ...seriesStyle(tone), size: 8, space: TIMES, values: (_, splits) => splits.map(() => '') },
      {
        ...seriesStyle(tone),
        size: SCALE,
        splits: () => labels,
        grid: { show: false },
        values: (_, splits) =>
          splits.map((at) => (isClear(at, labels, top) ? i18n.t('percent', formatCount(at, i18n)) : '')),
      },
    ],
    hooks: { drawAxes: [(chart) => drawThresholds(chart, drawing)] },
  };
}

/** Returns the chart of the equity in the coin, on a scale that fits its changes. */
export function buildEquityChart(drawing: ChartOptionsInput): uPlot.Options {
  const { plot, hidden, i18n, tone } = drawing;
  return {
    ...commonOptions(drawing, plot.equities, 'brand'),
    height: HEIGHTS.equity,
    scales: times(drawing),
    axes: [
      {
        ...seriesStyle(tone),
        size: 22,
        space: TIMES,
        values: (_, splits, __, ___, step) => splits.map((at) => timeLabel(at, step, i18n)),
      },
      {
        ...seriesStyle(tone),
        size: SCALE,
        values: (_, splits, __, ___, step) => splits.map((at) => (hidden ? '' : scaleLabel(at, step, i18n))),
      },
    ],
  };
}

function commonOptions({ width, tone }: ChartOptionsInput, values: readonly (number | null)[], colour: string) {
  const alone = isolatedPoints(values);
  const stroke = () => tone(colour);
  return {
    width,
    padding: [NAME, MARGIN, 0, 0] as uPlot.Padding,
    legend: { show: false },
    cursor: { show: false },
    series: [{}, { stroke, width: 1.75, points: { show: true, filter: () => alone, size: 4, fill: stroke } }],
  };
}

function times({ from, to }: ChartOptionsInput): uPlot.Scales {
  return { x: { time: true, range: [from / SECOND, to / SECOND] } };
}

function seriesStyle(tone: ChartOptionsInput['tone']): uPlot.Axis {
  const line = { stroke: () => tone('line'), width: 1 };
  return { font: FONT, gap: 6, stroke: () => tone('quiet'), grid: line, ticks: { show: false } };
}

function drawThresholds({ ctx, bbox, valToPos }: uPlot, { thresholds, tone }: ChartOptionsInput): void {
  ctx.save();
  ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.lineWidth = devicePixelRatio;
  for (const level of LEVELS) {
    // Align to device pixels: a line between two pixels is blurred.
    const y = Math.round(valToPos(thresholds[level], 'y', true) - ctx.lineWidth / 2) + ctx.lineWidth / 2;
    ctx.strokeStyle = tone(level);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
  }
  ctx.restore();
}

/** Returns whether a label has room below the next higher one. */
function isClear(at: number, labels: readonly number[], top: number): boolean {
  const next = labels.find((each) => each > at);
  return next === undefined || (next - at) / top > 0.09;
}

/** Returns the time of day, or the date at midnight and for steps of a day or more. `at` and `step` in seconds. */
function timeLabel(at: number, step: number, { locale }: I18n): string {
  const date = new Date(at * SECOND);
  const isMidnight = date.getHours() === 0 && date.getMinutes() === 0;
  const asDay = step * SECOND >= DAY || isMidnight;
  const parts = asDay
    ? ({ day: 'numeric', month: 'short' } as const)
    : ({ hour: '2-digit', minute: '2-digit' } as const);
  return new Intl.DateTimeFormat(locale, parts).format(date);
}

/** Returns a label of the scale with the precision of its steps. The label is not an exact amount. */
function scaleLabel(at: number, step: number, { locale }: I18n): string {
  const places = Math.min(8, Math.max(0, -Math.floor(Math.log10(step))));
  const isLong = Math.abs(at) >= 1e6;
  const digits = { minimumFractionDigits: isLong ? 0 : places, maximumFractionDigits: isLong ? 3 : places };
  return new Intl.NumberFormat(locale, { ...digits, ...(isLong && { notation: 'compact' }) }).format(at);
}
