import type { SampleReadout } from '../../lib/domain/view/sample-readout.ts';
import { useI18n } from '../ui/i18n.ts';

/** The figures of the selected sample. */
export function HistoryReadout({ readout: { when, figures } }: { readout: SampleReadout }) {
  const i18n = useI18n();
  return (
    <p>
      <span>{when}</span>
      {figures.map(({ label, shown }) => (
        <span key={label}>
          {i18n.t(label)} <b class={shown.tone}>{shown.text}</b>
        </span>
      ))}
    </p>
  );
}
