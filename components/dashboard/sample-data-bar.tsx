import { useI18n } from '../ui/i18n.ts';

type Props = { onConnect(): void; onRemove(): void };

/** Says that nothing here is real, and how to go on. */
export function SampleDataBar({ onConnect, onRemove }: Props) {
  const words = useI18n();
  const title = words.t('sample_title');
  return (
    <aside class="showcase" aria-label={title}>
      <p>
        <strong>{title}</strong>
        {words.t('note_title', title, words.t('sample_text')).slice(title.length)}
      </p>
      <p class="row">
        <button type="button" class="link" onClick={onConnect}>
          {words.t('connect')}
        </button>
        <button type="button" class="link" onClick={onRemove}>
          {words.t('sample_remove')}
        </button>
      </p>
    </aside>
  );
}
