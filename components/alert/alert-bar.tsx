import type { Account, AccountId } from '../../lib/domain/account/account.ts';
import type { AlertSettings } from '../../lib/domain/alert/alert-settings.ts';
import type { Snooze, SnoozeDuration } from '../../lib/domain/alert/snooze.ts';
import { listActiveSnoozes } from '../../lib/domain/alert/snooze-text.ts';
import type { AlertStates } from '../../lib/domain/alert/update-alert-states.ts';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { SnoozeButtons } from './snooze-buttons.tsx';
import { SnoozeList } from './snooze-list.tsx';

export type AlertBarProps = {
  readonly accounts: readonly Account[];
  readonly alertStates: AlertStates;
  readonly snooze: Snooze;
  readonly alertSettings: Pick<AlertSettings, 'on' | 'dangerBypassesSnooze'>;
  readonly now: number;
  onSnooze(account: AccountId | null, duration: SnoozeDuration | null): void;
};

/** Blocked notifications and active snoozes, with the buttons that snooze alerts. */
export function AlertBar({ accounts, alertStates, snooze, alertSettings, now, onSnooze }: AlertBarProps) {
  const i18n = useI18n();
  return (
    <footer class="alerts">
      <div role="status">
        {alertStates.refusedAt !== null && (
          <Notice tone="danger" title={i18n.t('alert_refused')} advice={i18n.t('alert_refused_advice')} />
        )}
        <SnoozeList
          snoozes={listActiveSnoozes(snooze, accounts, now, i18n)}
          now={now}
          onEnd={(account) => onSnooze(account, null)}
        />
      </div>
      {alertSettings.on && (
        <details>
          <summary>
            <Icon name="chevron" />
            {i18n.t('silence')}
          </summary>
          <SnoozeButtons
            accounts={accounts}
            dangerBypassesSnooze={alertSettings.dangerBypassesSnooze}
            onSnooze={onSnooze}
          />
        </details>
      )}
    </footer>
  );
}
