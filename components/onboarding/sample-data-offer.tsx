import { useI18n } from '../ui/i18n.ts';

type Props = { readonly on: boolean; onToggle(): void };

/** Turns sample data on and off, for users without a key. */
export function SampleDataOffer({ on, onToggle }: Props) {
  const i18n = useI18n();
  return (
    <div class="panel around">
      <p role="status">
        <strong>{i18n.t(on ? 'around_on' : 'around')}</strong> {i18n.t(on ? 'around_on_text' : 'around_text')}
      </p>
      <button type="button" class="plain" onClick={onToggle}>
        {i18n.t(on ? 'sample_remove' : 'look_around')}
      </button>
    </div>
  );
}
