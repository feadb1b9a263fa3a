import type { AccountId } from '../../lib/domain/account/account.ts';
import type { UncheckedConditions } from '../../lib/domain/alert/gap-text.ts';
import type { ActiveSnooze } from '../../lib/domain/alert/snooze-text.ts';
import { useI18n } from '../ui/i18n.ts';
import { Notice } from '../ui/notice.tsx';
import { SnoozeList } from './snooze-list.tsx';

type Props = {
  readonly snoozes: readonly ActiveSnooze[];
  /** The browser rejected the last notification. */
  readonly isRefused: boolean;
  /** Conditions that no alert can be about now. */
  readonly unchecked: readonly UncheckedConditions[];
  readonly now: number;
  onEnd(account: AccountId | null): void;
  /** Opens the settings of alerts. */
  onSettings(): void;
};

/** Blocked notifications, conditions that cannot be checked, and active snoozes. Empty, and without height, if there are none. */
export function AlertLine({ snoozes, isRefused, unchecked, now, onEnd, onSettings }: Props) {
  const i18n = useI18n();
  const action = { name: i18n.t('open_settings'), onClick: onSettings };
  return (
    <footer class="alerts">
      {/* Always in the page, because a screen reader announces only later changes of its content. */}
      <div role="status">
        {isRefused && (
          <Notice
            tone="danger"
            title={i18n.t('alert_refused')}
            advice={i18n.t('alert_refused_advice')}
            action={action}
          />
        )}
        {unchecked.map(({ conditions, reason }) => (
          <Notice key={reason} tone="caution" title={conditions} advice={reason} action={action} />
        ))}
        <SnoozeList snoozes={snoozes} now={now} onEnd={onEnd} />
      </div>
    </footer>
  );
}
