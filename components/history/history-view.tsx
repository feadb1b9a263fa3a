import { useMemo, useState } from 'preact/hooks';
import { buildChartData, findNearestIndex, stepSelection } from '../../lib/domain/history/chart-data.ts';
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
  readonly coin: string;
  readonly thresholds: Thresholds;
  readonly hidden: boolean;
};

/** A history with the values of one sample: the last one, or the one that the user selects by pointer or keys. */
export function HistoryView({ samples, from, to, maxGap, coin, thresholds, hidden }: Props) {
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
      <HistoryReadout readout={readout} />
      <HistoryChart
        data={data}
        from={from}
        to={to}
        thresholds={thresholds}
        hidden={hidden}
        coin={coin}
        at={selectedAt === null ? null : at}
        onPoint={select}
      />
      <input
        type="range"
        class="moments"
        aria-label={i18n.t('history_moment')}
        aria-valuetext={readout.spoken}
        min={from}
        max={to}
        step="any"
        value={at}
        onInput={(event) => select(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => {
          // The keys move from sample to sample; the browser's default step is 1/100 of the range.
          const next = stepSelection(event.key, index, samples.length);
          if (next === null) return;
          event.preventDefault();
          setSelectedAt(samples[next]?.[0] ?? null);
        }}
      />
    </>
  );
}
