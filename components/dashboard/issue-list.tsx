import { formatMoment } from '../../lib/domain/i18n/format.ts';
import type { Card, Portfolio } from '../../lib/domain/portfolio/card.ts';
import { collectIssues } from '../../lib/domain/portfolio/issues.ts';
import { findUnmonitored } from '../../lib/domain/portfolio/lost-accounts.ts';
import type { SettingsPlace } from '../../lib/domain/troubleshooting/settings-link.ts';
import { describeUnmonitored, groupIssues, staleSince } from '../../lib/domain/view/issue-notes.ts';
import { findRiskiestContract } from '../../lib/domain/view/riskiest-contract.ts';
import { useI18n } from '../ui/i18n.ts';
import { Notice } from '../ui/notice.tsx';
import { IssueNoticeBox } from './issue-notice.tsx';

type Props = {
  readonly portfolio: Portfolio;
  readonly cards: readonly Card[];
  /** The unlock form is shown beside the list, so the list omits the `locked` issue. */
  readonly unlocking: boolean;
  readonly unanswered: boolean;
  readonly writeFailed: boolean;
  readonly now: number;
  onRetry(): void;
  onSettings(place: SettingsPlace): void;
  onAllow(): void;
};

/** All current issues: one box for each cause. */
export function IssueList(props: Props) {
  const { portfolio, cards, unlocking, unanswered, writeFailed, now, onRetry, onSettings, onAllow } = props;
  const i18n = useI18n();
  const issues = collectIssues(portfolio);
  const shownIssues = unlocking ? issues.filter(({ failure }) => failure.kind !== 'locked') : issues;
  // A locked account is not reported as unmonitored as well.
  const unmonitored = unlocking ? [] : findUnmonitored(portfolio, now);
  const silent = describeUnmonitored(unmonitored, shownIssues, i18n);
  const since = staleSince(
    cards.filter(({ account }) => !unmonitored.some((each) => each.account === account)),
    issues,
  );
  const isRisky = cards.some(({ stale, shown }) => stale && shown.level !== 'unknown');
  return (
    <>
      {unanswered && (
        <Notice
          tone="danger"
          title={i18n.t('unanswered')}
          advice={i18n.t('unanswered_advice')}
          action={{ name: i18n.t('try_now'), onClick: onRetry }}
        />
      )}
      {writeFailed && (
        <Notice
          tone="danger"
          title={i18n.t('storage')}
          advice={i18n.t('storage_full_advice')}
          action={{
            name: i18n.t('open_settings'),
            onClick: () => onSettings({ pane: 'accounts', account: null }),
          }}
        />
      )}
      {silent && (
        <Notice
          tone="danger"
          title={i18n.t('lost', silent.where, formatMoment(silent.since, now, i18n))}
          advice={i18n.t('lost_advice')}
          names={silent.names}
          action={{ name: i18n.t('try_now'), onClick: onRetry }}
        />
      )}
      {groupIssues(shownIssues, unmonitored, i18n).map((note) => (
        <IssueNoticeBox
          key={note.key}
          note={note}
          contract={note.failure.kind === 'liquidating' ? findRiskiestContract(cards, note.accounts) : null}
          now={now}
          onRetry={onRetry}
          onSettings={onSettings}
          onAllow={onAllow}
        />
      ))}
      {since !== null && (
        <Notice
          tone="caution"
          title={i18n.t('silent', formatMoment(since, now, i18n))}
          advice={i18n.t(isRisky ? 'silent_advice_risky' : 'silent_advice')}
          action={{ name: i18n.t('try_now'), onClick: onRetry }}
        />
      )}
    </>
  );
}
