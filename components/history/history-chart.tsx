import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type uPlot from 'uplot';
import { SECOND } from '../../lib/domain/core/time.ts';
import type { ChartData } from '../../lib/domain/history/chart-data.ts';
import type { Thresholds } from '../../lib/domain/margin/risk.ts';
import { useI18n } from '../ui/i18n.ts';
import { buildEquityChart, buildRiskChart } from './chart-options.ts';

type Props = {
  readonly data: ChartData;
  readonly from: number;
  readonly to: number;
  readonly thresholds: Thresholds;
  readonly hidden: boolean;
  readonly coin: string;
  /** The time of the selected sample in ms. */
  readonly at: number | null;
  onPoint(at: number): void;
};

/** The charts of risk and equity, with a line through both at the selected sample. */
export function HistoryChart({ data, from, to, thresholds, hidden, coin, at, onPoint }: Props) {
  const i18n = useI18n();
  const container = useRef<HTMLDivElement>(null);
  const [charts, setCharts] = useState<readonly uPlot[]>([]);
  const width = useWidth(container);
  // The page's colors change with its theme, but a canvas must be redrawn.
  const ink = container.current ? readColor(container.current, 'ink') : '';
  const level = container.current ? readColor(container.current, 'level') : '';
  useEffect(() => {
    let isCleanedUp = false;
    let drawn: readonly uPlot[] = [];
    void import('uplot').then(({ default: Chart }) => {
      const element = container.current;
      if (isCleanedUp || !element || width === 0) return;
      const getColor = (name: string) => readColor(element, name);
      const input = { data, width, from, to, thresholds, hidden, i18n, getColor };
      const times = [...data.times];
      drawn = [
        new Chart(buildRiskChart(input), [times, [...data.risks]], element),
        new Chart(buildEquityChart(input), [times, [...data.equities]], element),
      ];
      setCharts(drawn);
    });
    return () => {
      isCleanedUp = true;
      for (const chart of drawn) chart.destroy();
    };
  }, [data, width, from, to, thresholds, hidden, i18n, ink, level]);
  const [first] = charts;
  const point = (event: PointerEvent) => {
    if (first) onPoint(first.posToVal(event.clientX - first.over.getBoundingClientRect().left, 'x') * SECOND);
  };
  return (
    <div class="charts" onPointerMove={point} onPointerDown={point}>
      <div ref={container} aria-hidden="true" />
      <p class="name">{i18n.t('risk_rate')}</p>
      <p class="name">{i18n.t('history_equity', coin)}</p>
      {first && at !== null && (
        <div class="moment" style={{ left: `${computeMomentOffset(first, at)}px` }} aria-hidden="true" />
      )}
    </div>
  );
}

/** Returns the position of a time in CSS pixels from the chart's left edge. */
function computeMomentOffset(chart: uPlot, at: number): number {
  return chart.over.offsetLeft + chart.valToPos(at / SECOND, 'x');
}

function useWidth(container: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    if (container.current) observer.observe(container.current);
    return () => observer.disconnect();
  }, []);
  return width;
}

/** Returns the computed color of a custom property, because a canvas does not understand `light-dark()`. */
function readColor(element: HTMLElement, name: string): string {
  element.style.color = `var(--${name})`;
  return getComputedStyle(element).color;
}
