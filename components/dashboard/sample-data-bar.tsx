import { useI18n } from '../ui/i18n.ts';

type Props = { onConnect(): void; onRemove(): void };

/** Says that nothing here is real, and how to go on. */
export function ShowcaseBar({ onConnect, onRemove }: Props) {
  const words = useI18n();
  const title = words.text('sample_title');
  return (
    <aside class="showcase" aria-label={title}>
      <p>
        <strong>{title}</strong>
        {words.text('note_title', title, words.text('sample_text')).slice(title.length)}
      </p>
      <p class="row">
        <button type="button" class="link" onClick={onConnect}>
          {words.text('connect')}
        </button>
        <button type="button" class="link" onClick={onRemove}>
          {words.text('sample_remove')}
        </button>
      </p>
    </aside>
  );
}
