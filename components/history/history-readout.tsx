import type { SampleReadout } from '../../lib/domain/view/sample-readout.ts';
import { useI18n } from '../ui/i18n.ts';

/** The figures of the selected sample. */
export function HistoryReadout({ readout: { when, figures } }: { readout: SampleReadout }) {
  const i18n = useI18n();
  return (
    <div class="readout">
      <p>{when}</p>
      <dl>
        {figures.map(({ label, shown }) => (
          <div key={label}>
            <dt>{i18n.t(label)}</dt>
            <dd class={shown.tone} title={shown.title}>
              {shown.text}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
