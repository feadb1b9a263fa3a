import { useWords } from './words.ts';

type Props = { onConnect(): void; onRemove(): void };

/** Says that nothing here is real, and how to go on. */
export function ShowcaseBar({ onConnect, onRemove }: Props) {
  const words = useWords();
  return (
    <aside class="showcase" aria-label={words.text('sample_title')}>
      <p>
        <strong>{words.text('sample_title')}.</strong> {words.text('sample_text')}
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
