import type { Card } from '../lib/domain/card.ts';
import { clock } from '../lib/domain/format.ts';
import { notesOf, silentSince } from '../lib/domain/note.ts';
import type { Trouble } from '../lib/domain/trouble.ts';
import { Notice } from './notice.tsx';
import { TroubleNote } from './trouble-note.tsx';
import { useWords } from './words.ts';

type Props = {
  readonly cards: readonly Card[];
  readonly troubles: readonly Trouble[];
  readonly unanswered: boolean;
  readonly unstored: boolean;
  readonly now: number;
  onRetry(): void;
  onSettings(): void;
};

/** Everything that is wrong, each thing once. */
export function Report({ cards, troubles, unanswered, unstored, now, onRetry, onSettings }: Props) {
  const words = useWords();
  const since = silentSince(cards, troubles);
  return (
    <>
      {unanswered && <Notice tone="danger" title={words.text('unanswered')} advice={words.text('unanswered_advice')} />}
      {unstored && <Notice tone="danger" title={words.text('storage')} advice={words.text('storage_advice')} />}
      {notesOf(troubles, words).map((note) => (
        <TroubleNote key={note.key} note={note} now={now} onRetry={onRetry} onSettings={onSettings} />
      ))}
      {since !== null && (
        <Notice
          tone="caution"
          title={words.text('silent', clock(since, words))}
          advice={words.text('silent_advice')}
          action={{ name: words.text('try_now'), onClick: onRetry }}
        />
      )}
    </>
  );
}
