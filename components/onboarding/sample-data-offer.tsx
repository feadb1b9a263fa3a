import type { ComponentChildren } from 'preact';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly on: boolean;
  /** Where to look while sample data are shown. */
  readonly children: ComponentChildren;
  onToggle(): void;
};

/** Turns sample data on and off, for users without a key. */
export function SampleDataOffer({ on, children, onToggle }: Props) {
  const i18n = useI18n();
  return (
    <div class="panel sample-offer">
      <p role="status">
        <strong>{i18n.t(on ? 'sample_shown' : 'sample_offer')}</strong>{' '}
        {i18n.t(on ? 'sample_shown_text' : 'sample_offer_text')}
      </p>
      <button type="button" class="plain" onClick={onToggle}>
        {i18n.t(on ? 'sample_remove' : 'show_sample_data')}
      </button>
      {on && children}
    </div>
  );
}
