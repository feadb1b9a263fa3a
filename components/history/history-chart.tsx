import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type uPlot from 'uplot';
import { SECOND } from '../../lib/domain/core/time.ts';
import { useI18n } from '../ui/i18n.ts';
import { buildChart, type ChartOptionsInput, selectValues } from './chart-options.ts';

type Props = Omit<ChartOptionsInput, 'width' | 'i18n' | 'getColor'> & {
  /** The time of the selected sample in ms. */
  readonly at: number | null;
  onPoint(at: number): void;
  onLeave(): void;
};

/** The chart of one figure, with a line at the selected sample. */
export function HistoryChart({ figure, data, from, to, thresholds, near, hidden, at, onPoint, onLeave }: Props) {
  const i18n = useI18n();
  const container = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<uPlot | null>(null);
  const width = useWidth(container);
  // The page's colors change with its theme, but a canvas must be redrawn.
  const ink = container.current ? readColor(container.current, 'ink') : '';
  const level = container.current ? readColor(container.current, 'level') : '';
  useEffect(() => {
    let isCleanedUp = false;
    let drawn: uPlot | null = null;
    void import('uplot').then(({ default: Chart }) => {
      const element = container.current;
      if (isCleanedUp || !element || width === 0) return;
      const getColor = (name: string) => readColor(element, name);
      const input = { figure, data, width, from, to, thresholds, near, hidden, i18n, getColor };
      drawn = new Chart(buildChart(input), [[...data.times], [...selectValues(input)]], element);
      setChart(drawn);
    });
    return () => {
      isCleanedUp = true;
      drawn?.destroy();
    };
  }, [figure, data, width, from, to, thresholds, near, hidden, i18n, ink, level]);
  const point = (event: PointerEvent) => {
    if (chart) onPoint(chart.posToVal(event.clientX - chart.over.getBoundingClientRect().left, 'x') * SECOND);
  };
  return (
    <div class="chart" onPointerMove={point} onPointerDown={point} onPointerLeave={onLeave}>
      <div ref={container} aria-hidden="true" />
      {chart && at !== null && (
        <div class="moment" style={{ left: `${computeMomentOffset(chart, at)}px` }} aria-hidden="true" />
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
