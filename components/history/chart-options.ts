import type uPlot from 'uplot';
import { DAY, SECOND } from '../../lib/domain/core/time.ts';
import type { ChartData } from '../../lib/domain/history/chart-data.ts';
import { isolatedPoints } from '../../lib/domain/history/chart-data.ts';
import { formatCount } from '../../lib/domain/i18n/format.ts';
import type { I18n } from '../../lib/domain/i18n/i18n.ts';
import type { Thresholds } from '../../lib/domain/margin/risk.ts';

/** The input for both charts. `getColor` returns the current color of a custom property. */
export type ChartOptionsInput = {
  readonly data: ChartData;
  readonly width: number;
  /** In ms. */
  readonly from: number;
  readonly to: number;
  readonly thresholds: Thresholds;
  /** Amounts are hidden, so the equity chart has no scale. */
  readonly hidden: boolean;
  readonly i18n: I18n;
  getColor(name: string): string;
};

/** The width of the longest amount on the scale. Equal for both charts, so that their time axes align. */
const SCALE_WIDTH = 62;
const RIGHT_MARGIN = 10;
/** The minimum distance of two time labels in CSS pixels, as wide as the longest label. */
const MIN_TIME_LABEL_SPACE = 72;
/** The space above each chart for its name. */
const NAME_HEIGHT = 18;
const HEIGHTS = { risk: 136, equity: 124 } as const;
const FONT = '11px system-ui, sans-serif';
const LIQUIDATION_RISK = 100;
const LEVELS = ['caution', 'warning', 'danger'] as const;

/** Returns the chart of the risk in percent, from 0 to liquidation or beyond, with a line at each threshold. */
export function buildRiskChart(input: ChartOptionsInput): uPlot.Options {
  const { data, thresholds, i18n, getColor } = input;
  const top = Math.max(LIQUIDATION_RISK, ...data.risks.map((risk) => risk ?? 0));
  const labels = [0, ...LEVELS.map((level) => thresholds[level])];
  return {
    ...buildCommonOptions(input, data.risks, 'level'),
    height: HEIGHTS.risk,
    scales: { ...buildTimeScale(input), y: { range: [0, top] } },
    axes: [
      {
        ...buildAxisStyle(getColor),
        size: 8,
        space: MIN_TIME_LABEL_SPACE,
        values: (_, splits) => splits.map(() => ''),
      },
      {
        ...buildAxisStyle(getColor),
        size: SCALE_WIDTH,
        splits: () => labels,
        grid: { show: false },
        values: (_, splits) =>
          splits.map((at) => (hasRoomForLabel(at, labels, top) ? i18n.t('percent', formatCount(at, i18n)) : '')),
      },
    ],
    hooks: { drawAxes: [(chart) => drawThresholds(chart, input)] },
  };
}

/** Returns the chart of the equity in the coin, on a scale that fits its changes. */
export function buildEquityChart(input: ChartOptionsInput): uPlot.Options {
  const { data, hidden, i18n, getColor } = input;
  return {
    ...buildCommonOptions(input, data.equities, 'brand'),
    height: HEIGHTS.equity,
    scales: buildTimeScale(input),
    axes: [
      {
        ...buildAxisStyle(getColor),
        size: 22,
        space: MIN_TIME_LABEL_SPACE,
        values: (_, splits, __, ___, step) => splits.map((at) => formatTimeLabel(at, step, i18n)),
      },
      {
        ...buildAxisStyle(getColor),
        size: SCALE_WIDTH,
        values: (_, splits, __, ___, step) => splits.map((at) => (hidden ? '' : formatScaleLabel(at, step, i18n))),
      },
    ],
  };
}

function buildCommonOptions(
  { width, getColor }: ChartOptionsInput,
  values: readonly (number | null)[],
  colorName: string,
) {
  const points = isolatedPoints(values);
  const stroke = () => getColor(colorName);
  return {
    width,
    padding: [NAME_HEIGHT, RIGHT_MARGIN, 0, 0] as uPlot.Padding,
    legend: { show: false },
    cursor: { show: false },
    series: [{}, { stroke, width: 1.75, points: { show: true, filter: () => points, size: 4, fill: stroke } }],
  };
}

function buildTimeScale({ from, to }: ChartOptionsInput): uPlot.Scales {
  return { x: { time: true, range: [from / SECOND, to / SECOND] } };
}

function buildAxisStyle(getColor: ChartOptionsInput['getColor']): uPlot.Axis {
  const line = { stroke: () => getColor('line'), width: 1 };
  return { font: FONT, gap: 6, stroke: () => getColor('quiet'), grid: line, ticks: { show: false } };
}

function drawThresholds({ ctx, bbox, valToPos }: uPlot, { thresholds, getColor }: ChartOptionsInput): void {
  ctx.save();
  ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.lineWidth = devicePixelRatio;
  for (const level of LEVELS) {
    // Align to device pixels: a line between two pixels is blurred.
    const y = Math.round(valToPos(thresholds[level], 'y', true) - ctx.lineWidth / 2) + ctx.lineWidth / 2;
    ctx.strokeStyle = getColor(level);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
  }
  ctx.restore();
}

/** Returns whether a label has room below the next higher one. */
function hasRoomForLabel(at: number, labels: readonly number[], top: number): boolean {
  const next = labels.find((each) => each > at);
  return next === undefined || (next - at) / top > 0.09;
}

/** Returns the time of day, or the date at midnight and for steps of a day or more. `at` and `step` in seconds. */
function formatTimeLabel(at: number, step: number, { locale }: I18n): string {
  const date = new Date(at * SECOND);
  const isMidnight = date.getHours() === 0 && date.getMinutes() === 0;
  const asDay = step * SECOND >= DAY || isMidnight;
  const parts = asDay
    ? ({ day: 'numeric', month: 'short' } as const)
    : ({ hour: '2-digit', minute: '2-digit' } as const);
  return new Intl.DateTimeFormat(locale, parts).format(date);
}

/** Returns a label of the scale with the precision of its steps. The label is not an exact amount. */
function formatScaleLabel(at: number, step: number, { locale }: I18n): string {
  const fractionDigits = Math.min(8, Math.max(0, -Math.floor(Math.log10(step))));
  const isLong = Math.abs(at) >= 1e6;
  const digits = {
    minimumFractionDigits: isLong ? 0 : fractionDigits,
    maximumFractionDigits: isLong ? 3 : fractionDigits,
  };
  return new Intl.NumberFormat(locale, { ...digits, ...(isLong && { notation: 'compact' }) }).format(at);
}
