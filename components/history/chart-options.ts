import type uPlot from 'uplot';
import { DAY, SECOND } from '../../lib/domain/core/time.ts';
import { type ChartData, type ChartFigure, isolatedPoints } from '../../lib/domain/history/chart-data.ts';
import { formatCount } from '../../lib/domain/i18n/format.ts';
import type { I18n } from '../../lib/domain/i18n/i18n.ts';
import type { Thresholds } from '../../lib/domain/margin/risk.ts';
import { drawEdgeLabels, drawThresholds, type Threshold } from './draw-labels.ts';

/** The input of the chart. `getColor` returns the current color of a custom property. */
export type ChartOptionsInput = {
  readonly figure: ChartFigure;
  readonly data: ChartData;
  readonly width: number;
  /** In ms. */
  readonly from: number;
  readonly to: number;
  readonly thresholds: Thresholds;
  /** The distances at which the levels begin, in percent; 0 is off. */
  readonly near: Thresholds;
  /** Amounts are hidden, so an equity has no scale. */
  readonly hidden: boolean;
  readonly i18n: I18n;
  getColor(name: string): string;
};

/** The minimum distance of two time labels in CSS pixels, as wide as the longest label. */
const MIN_TIME_LABEL_SPACE = 72;
export const CHART_HEIGHT = 150;
const AXIS_HEIGHT = 20;
/** The space for labels above the highest value. */
const TOP_MARGIN = 6;
const FONT = '11px system-ui, sans-serif';
const LIQUIDATION_RISK = 100;
/** A distance beyond this is drawn here, because a far one would flatten the near ones. */
const FARTHEST = 20;
const LEVELS = ['caution', 'warning', 'danger'] as const;

/** Returns the values of the chosen figure as they are drawn. */
export function selectValues({ figure, data, near }: Pick<ChartOptionsInput, 'figure' | 'data' | 'near'>) {
  if (figure !== 'distance') return data[figure];
  const top = farthestDrawn(near);
  return data.distance.map((value) => (value === null ? null : Math.min(value, top)));
}

/**
 * Returns the chart of one figure: the risk from 0 to liquidation or beyond, the distance to liquidation, both with a
 * line where each level begins, or the equity on a scale that fits its changes. All labels are inside the plot.
 */
export function buildChart(input: ChartOptionsInput): uPlot.Options {
  const { figure, width, from, to, getColor, i18n } = input;
  const values = selectValues(input);
  const points = isolatedPoints(values);
  const stroke = () => getColor(figure === 'equity' ? 'brand' : 'level');
  const line = { stroke: () => getColor('line'), width: 1 };
  return {
    width,
    height: CHART_HEIGHT,
    padding: [TOP_MARGIN, 1, 0, 1],
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: true, range: [from / SECOND, to / SECOND] }, y: buildScale(input) },
    axes: [
      {
        font: FONT,
        gap: 6,
        stroke: () => getColor('quiet'),
        grid: line,
        ticks: { show: false },
        size: AXIS_HEIGHT,
        space: MIN_TIME_LABEL_SPACE,
        values: (_, splits, __, ___, step) => splits.map((at) => formatTimeLabel(at, step, i18n)),
      },
      { show: false, grid: line },
    ],
    series: [{}, { stroke, width: 1.75, points: { show: true, filter: () => points, size: 4, fill: stroke } }],
    hooks: {
      drawAxes: [(chart) => drawThresholds(chart, listThresholds(input), input)],
      draw: [(chart) => drawEdgeLabels(chart, listEdgeLabels(input, chart), input)],
    },
  };
}

function buildScale(input: ChartOptionsInput): uPlot.Scale {
  if (input.figure === 'equity') return {};
  const highest = Math.max(0, ...selectValues(input).map((value) => value ?? 0));
  const lines = listThresholds(input).map(({ at }) => at);
  return { range: [0, Math.max(input.figure === 'risk' ? LIQUIDATION_RISK : 0, highest, ...lines) * 1.06] };
}

function listThresholds({ figure, thresholds, near, i18n }: ChartOptionsInput): readonly Threshold[] {
  if (figure === 'equity') return [];
  const limits = figure === 'risk' ? thresholds : near;
  const known = LEVELS.map((level) => ({ level, at: limits[level] })).filter(({ at }) => at > 0);
  return known.map(({ level, at }) => ({ color: level, at, label: i18n.t('percent', formatPlain(at, i18n)) }));
}

/** The highest and the lowest value of an equity chart. */
function listEdgeLabels({ figure, hidden, i18n }: ChartOptionsInput, { scales }: uPlot): readonly string[] {
  const { min, max } = scales.y ?? {};
  if (figure !== 'equity' || hidden || min === undefined || max === undefined || min === null || max === null)
    return [];
  return [max, min].map((value) => formatScaleLabel(value, (max - min) / 2, i18n));
}

function farthestDrawn({ caution, warning, danger }: Thresholds): number {
  return Math.max(FARTHEST, 2 * Math.max(caution, warning, danger));
}

function formatPlain(value: number, i18n: I18n): string {
  return Number.isInteger(value) ? formatCount(value, i18n) : new Intl.NumberFormat(i18n.locale).format(value);
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
  const fractionDigits = step > 0 ? Math.min(8, Math.max(0, -Math.floor(Math.log10(step)))) : 2;
  const isLong = Math.abs(at) >= 1e6;
  const digits = {
    minimumFractionDigits: isLong ? 0 : fractionDigits,
    maximumFractionDigits: isLong ? 3 : fractionDigits,
  };
  return new Intl.NumberFormat(locale, { ...digits, ...(isLong && { notation: 'compact' }) }).format(at);
}
