import { moment } from '../../lib/domain/i18n/format.ts';
import type { Card, Watched } from '../../lib/domain/portfolio/card.ts';
import { troublesOf } from '../../lib/domain/portfolio/issues.ts';
import { lostOf } from '../../lib/domain/portfolio/lost-accounts.ts';
import { notesOf, silentSince } from '../../lib/domain/view/issue-notes.ts';
import { useI18n } from '../ui/i18n.ts';
import { Notice } from '../ui/notice.tsx';
import { TroubleNote } from './issue-notice.tsx';

type Props = {
  readonly watched: Watched;
  readonly cards: readonly Card[];
  /** The password is asked for beside this, so that needs no note. */
  readonly unlocking: boolean;
  readonly unanswered: boolean;
  readonly unstored: boolean;
  readonly now: number;
  onRetry(): void;
  onSettings(): void;
  onAllow(): void;
};

/** Everything that is wrong, each thing once. */
export function Report(props: Props) {
  const { watched, cards, unlocking, unanswered, unstored, now, onRetry, onSettings, onAllow } = props;
  const words = useI18n();
  const troubles = troublesOf(watched);
  const told = unlocking ? troubles.filter(({ failure }) => failure.kind !== 'locked') : troubles;
  // What is locked is not lost besides.
  const lost = unlocking ? [] : lostOf(watched, now);
  const since = silentSince(
    cards.filter(({ account }) => !lost.some((each) => each.account === account)),
    troubles,
  );
  return (
    <>
      {unanswered && <Notice tone="danger" title={words.text('unanswered')} advice={words.text('unanswered_advice')} />}
      {unstored && <Notice tone="danger" title={words.text('storage')} advice={words.text('storage_advice')} />}
      {lost.map(({ account, since: last }) => (
        <Notice
          key={account.id}
          tone="danger"
          title={words.text('lost', account.label, moment(last, now, words))}
          advice={words.text('lost_advice')}
        />
      ))}
      {notesOf(told, words).map((note) => (
        <TroubleNote key={note.key} note={note} now={now} onRetry={onRetry} onSettings={onSettings} onAllow={onAllow} />
      ))}
      {since !== null && (
        <Notice
          tone="caution"
          title={words.text('silent', moment(since, now, words))}
          advice={words.text('silent_advice')}
          action={{ name: words.text('try_now'), onClick: onRetry }}
        />
      )}
    </>
  );
}
