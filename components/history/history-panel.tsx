import { RANGES, type Range } from '../../lib/domain/history/range.ts';
import type { Sample } from '../../lib/domain/history/sample.ts';
import type { Thresholds } from '../../lib/domain/margin/risk.ts';
import { useI18n } from '../ui/i18n.ts';
import { SegmentedControl } from '../ui/segmented-control.tsx';
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
  readonly thresholds: Thresholds;
  readonly hidden: boolean;
  onRange(range: Range): void;
  onExport(): void;
};

/** The history of a margin account over a day, a week or a quarter, with an export of all samples. */
export function HistoryPanel({ history, range, coin, thresholds, hidden, onRange, onExport }: Props) {
  const i18n = useI18n();
  const ranges = (Object.keys(RANGES) as Range[]).map((value) => ({ value, text: i18n.t(`range_${value}`) }));
  const isDrawn = history.state === 'good' && history.samples.length > 0;
  return (
    <section class="past" aria-label={i18n.t('history')}>
      <div class="row">
        <h2>{i18n.t('history')}</h2>
        <SegmentedControl label={i18n.t('history_range')} options={ranges} chosen={range} onChoose={onRange} />
      </div>
      <div class={isDrawn || history.state === 'awaited' ? 'place kept' : 'place'}>
        {isDrawn ? (
          <HistoryView key={range} {...history} coin={coin} thresholds={thresholds} hidden={hidden} />
        ) : (
          <p class="nothing" role="status">
            {history.state === 'good' ? i18n.t('history_empty') : i18n.t(`history_${history.state}`)}
          </p>
        )}
      </div>
      {history.state !== 'closed' && (
        <>
          <p class="hint">{i18n.t(RANGES[range].tier === 'every' ? 'history_every' : 'history_hourly')}</p>
          <div class="row">
            <p class="hint">{i18n.t('csv_hint')}</p>
            <button type="button" class="plain" onClick={onExport}>
              {i18n.t('csv_export')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
