import { useState } from 'preact/hooks';
import { CHART_FIGURES, type ChartFigure } from '../../lib/domain/history/chart-data.ts';
import { RANGES, type Range } from '../../lib/domain/history/range.ts';
import type { Sample } from '../../lib/domain/history/sample.ts';
import type { Thresholds } from '../../lib/domain/margin/risk.ts';
import { SegmentedControl } from '../form/segmented-control.tsx';
import { useI18n } from '../ui/i18n.ts';
import { HistoryView } from './history-view.tsx';

/** The history of a margin account, or the reason for its absence. `maxGap` and all times in ms. */
export type History =
  | { readonly state: 'awaited' | 'closed' }
  | {
      readonly state: 'good';
      readonly samples: readonly Sample[];
      readonly from: number;
      readonly to: number;
      readonly maxGap: number;
    };

type Props = {
  readonly history: History;
  readonly range: Range;
  readonly coin: string;
  readonly settings: { readonly thresholds: Thresholds; readonly near: Thresholds; readonly hideAmounts: boolean };
  onRange(range: Range): void;
  onExport(): void;
};

/** The risk, the distance or the equity of a margin account over a day, a week or a quarter, with an export. */
export function HistoryPanel({ history, range, coin, settings, onRange, onExport }: Props) {
  const i18n = useI18n();
  const [figure, setFigure] = useState<ChartFigure>('risk');
  const { thresholds, near, hideAmounts } = settings;
  const ranges = (Object.keys(RANGES) as Range[]).map((value) => ({ value, text: i18n.t(`range_${value}`) }));
  const figures = CHART_FIGURES.map((value) => ({ value, text: i18n.t(FIGURE_NAMES[value]) }));
  const isDrawn = history.state === 'good' && history.samples.length > 0;
  return (
    <section class="past all" aria-label={i18n.t('history')}>
      <div class="head">
        <SegmentedControl
          label={i18n.t('history')}
          options={figures}
          chosen={figure}
          onChoose={(value) => setFigure(value)}
        />
        <SegmentedControl label={i18n.t('history_range')} options={ranges} chosen={range} onChoose={onRange} />
      </div>
      <div class={isDrawn || history.state === 'awaited' ? 'place kept' : 'place'}>
        {isDrawn ? (
          <HistoryView
            key={range}
            {...history}
            figure={figure}
            coin={coin}
            thresholds={thresholds}
            near={near}
            hidden={hideAmounts}
            hint={i18n.t(RANGES[range].tier === 'every' ? 'history_every' : 'history_hourly')}
          />
        ) : (
          <p class="nothing" role="status">
            {history.state === 'good' ? i18n.t('history_empty') : i18n.t(`history_${history.state}`)}
          </p>
        )}
      </div>
      {history.state !== 'closed' && (
        <div class="head">
          <p class="hint">{i18n.t('csv_hint')}</p>
          <button type="button" class="plain" onClick={onExport}>
            {i18n.t('csv_export')}
          </button>
        </div>
      )}
    </section>
  );
}

const FIGURE_NAMES = { risk: 'chart_risk', distance: 'chart_distance', equity: 'figure_accountEquity' } as const;
