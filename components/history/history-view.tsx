import { useMemo, useState } from 'preact/hooks';
import {
  buildChartData,
  type ChartFigure,
  findNearestIndex,
  stepSelection,
} from '../../lib/domain/history/chart-data.ts';
import type { Sample } from '../../lib/domain/history/sample.ts';
import type { Thresholds } from '../../lib/domain/margin/risk.ts';
import { buildReadout } from '../../lib/domain/view/sample-readout.ts';
import { useI18n } from '../ui/i18n.ts';
import { HistoryChart } from './history-chart.tsx';
import { HistoryReadout } from './history-readout.tsx';

type Props = {
  /** At least one sample, between `from` and `to`. All times in ms. */
  readonly samples: readonly Sample[];
  readonly from: number;
  readonly to: number;
  /** The maximum gap in ms between two samples of one line. */
  readonly maxGap: number;
  readonly figure: ChartFigure;
  readonly coin: string;
  readonly thresholds: Thresholds;
  readonly near: Thresholds;
  readonly hidden: boolean;
  /** Explains the samples and the gaps. */
  readonly hint: string;
};

/** A chart that takes the focus. It shows the values of a sample while the user points at it or moves to it by key. */
export function HistoryView({ samples, from, to, maxGap, figure, coin, thresholds, near, hidden, hint }: Props) {
  const i18n = useI18n();
  const [selectedAt, setSelectedAt] = useState<number | null>(null);
  const data = useMemo(() => buildChartData(samples, maxGap), [samples, maxGap]);
  const index = selectedAt === null ? samples.length - 1 : findNearestIndex(samples, selectedAt);
  const sample = samples[index];
  if (!sample) return null;
  const [at] = sample;
  const select = (moment: number) => setSelectedAt(samples[findNearestIndex(samples, moment)]?.[0] ?? null);
  const readout = buildReadout(sample, coin, hidden, i18n);
  return (
    <>
      <div
        class="moments"
        role="slider"
        tabIndex={0}
        aria-label={i18n.t('history_moment')}
        aria-valuemin={from}
        aria-valuemax={to}
        aria-valuenow={at}
        aria-valuetext={readout.spoken}
        onFocus={() => setSelectedAt(at)}
        onBlur={() => setSelectedAt(null)}
        onKeyDown={(event) => {
          const next = stepSelection(event.key, index, samples.length);
          if (next === null) return;
          event.preventDefault();
          setSelectedAt(samples[next]?.[0] ?? null);
        }}
      >
        <HistoryChart
          figure={figure}
          data={data}
          from={from}
          to={to}
          thresholds={thresholds}
          near={near}
          hidden={hidden}
          at={selectedAt === null ? null : at}
          onPoint={select}
          onLeave={() => setSelectedAt(null)}
        />
      </div>
      <div class="readout">{selectedAt === null ? <p>{hint}</p> : <HistoryReadout readout={readout} />}</div>
    </>
  );
}
