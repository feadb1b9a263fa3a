import { formatMoment } from '../../lib/domain/i18n/format.ts';
import type { Card, Portfolio } from '../../lib/domain/portfolio/card.ts';
import { collectIssues } from '../../lib/domain/portfolio/issues.ts';
import { findUnmonitored } from '../../lib/domain/portfolio/lost-accounts.ts';
import { groupIssues, staleSince } from '../../lib/domain/view/issue-notes.ts';
import { useI18n } from '../ui/i18n.ts';
import { Notice } from '../ui/notice.tsx';
import { IssueNoticeBox } from './issue-notice.tsx';

type Props = {
  readonly watched: Portfolio;
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
export function IssueList(props: Props) {
  const { watched, cards, unlocking, unanswered, unstored, now, onRetry, onSettings, onAllow } = props;
  const words = useI18n();
  const troubles = collectIssues(watched);
  const told = unlocking ? troubles.filter(({ failure }) => failure.kind !== 'locked') : troubles;
  // What is locked is not lost besides.
  const lost = unlocking ? [] : findUnmonitored(watched, now);
  const since = staleSince(
    cards.filter(({ account }) => !lost.some((each) => each.account === account)),
    troubles,
  );
  return (
    <>
      {unanswered && <Notice tone="danger" title={words.t('unanswered')} advice={words.t('unanswered_advice')} />}
      {unstored && <Notice tone="danger" title={words.t('storage')} advice={words.t('storage_advice')} />}
      {lost.map(({ account, since: last }) => (
        <Notice
          key={account.id}
          tone="danger"
          title={words.t('lost', account.label, formatMoment(last, now, words))}
          advice={words.t('lost_advice')}
        />
      ))}
      {groupIssues(told, words).map((note) => (
        <IssueNoticeBox
          key={note.key}
          note={note}
          now={now}
          onRetry={onRetry}
          onSettings={onSettings}
          onAllow={onAllow}
        />
      ))}
      {since !== null && (
        <Notice
          tone="caution"
          title={words.t('silent', formatMoment(since, now, words))}
          advice={words.t('silent_advice')}
          action={{ name: words.t('try_now'), onClick: onRetry }}
        />
      )}
    </>
  );
}
