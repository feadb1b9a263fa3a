import { formatMoment, formatWait } from '../../lib/domain/i18n/format.ts';
import { describeFailure } from '../../lib/domain/troubleshooting/failure-text.ts';
import { findSettingsPlace } from '../../lib/domain/troubleshooting/find-settings-place.ts';
import type { SettingsPlace } from '../../lib/domain/troubleshooting/settings-link.ts';
import type { IssueNotice } from '../../lib/domain/view/issue-notes.ts';
import type { ContractLink } from '../../lib/domain/view/riskiest-contract.ts';
import { useI18n } from '../ui/i18n.ts';
import { Notice } from '../ui/notice.tsx';

type Props = {
  readonly note: IssueNotice;
  /** Where the user can act at Bitget, or null. */
  readonly contract: ContractLink | null;
  readonly now: number;
  onRetry(): void;
  /** Opens the settings at the place that resolves the failure. */
  onSettings(place: SettingsPlace): void;
  onAllow(): void;
};

/** One cause with its accounts, the time of the next retry and the user's action. */
export function IssueNoticeBox({ note, contract, now, onRetry, onSettings, onAllow }: Props) {
  const i18n = useI18n();
  const { failure, needsUser, where, names, retryAt, lostSince } = note;
  const { title, advice } = describeFailure(failure, i18n);
  const isLost = lostSince !== null;
  const lost = [title, needsUser && advice, i18n.t('lost_advice')].filter(Boolean).join(' ');
  const defaultAction = needsUser
    ? { name: i18n.t('open_settings'), onClick: () => onSettings(findSettingsPlace(failure, note.accounts)) }
    : { name: i18n.t('try_now'), onClick: onRetry };
  const action = failure.kind === 'noHostPermission' ? { name: i18n.t('allow'), onClick: onAllow } : defaultAction;
  return (
    <Notice
      tone={needsUser || isLost || failure.kind === 'liquidating' ? 'danger' : 'caution'}
      title={isLost ? i18n.t('lost', where, formatMoment(lostSince, now, i18n)) : i18n.t('note_title', where, title)}
      advice={isLost ? lost : advice}
      names={names}
      // Bitget asked for a pause, so a retry is not offered until it ends.
      action={failure.kind === 'throttled' && failure.until > now ? undefined : action}
    >
      {!needsUser && retryAt > now && (
        // The countdown is silent: a screen reader announces only changes of substance.
        <span aria-live="off">{i18n.t('next_try', formatWait(retryAt - now, i18n))}</span>
      )}
      {contract && (
        <a class="link" href={contract.url} target="_blank" rel="noreferrer">
          {i18n.t('position_open', contract.symbol)}
        </a>
      )}
    </Notice>
  );
}
