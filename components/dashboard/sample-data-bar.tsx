import { useI18n } from '../ui/i18n.ts';

type Props = { onConnect(): void; onRemove(): void };

/** Marks the figures as sample data, and offers to connect a key. */
export function SampleDataBar({ onConnect, onRemove }: Props) {
  const i18n = useI18n();
  const title = i18n.t('sample_title');
  return (
    <aside class="sample-data" aria-label={title}>
      <p>
        <strong>{title}</strong>
        {i18n.t('note_title', title, i18n.t('sample_text')).slice(title.length)}
      </p>
      <p class="row">
        <button type="button" class="link" onClick={onConnect}>
          {i18n.t('connect')}
        </button>
        <button type="button" class="link" onClick={onRemove}>
          {i18n.t('sample_remove')}
        </button>
      </p>
    </aside>
  );
}
