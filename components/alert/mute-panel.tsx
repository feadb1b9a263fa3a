import type { Account, AccountId } from '../../lib/domain/account/account.ts';
import type { AlertSettings } from '../../lib/domain/alert/alert-settings.ts';
import type { SnoozeDuration } from '../../lib/domain/alert/snooze.ts';
import type { ActiveSnooze } from '../../lib/domain/alert/snooze-text.ts';
import { useI18n } from '../ui/i18n.ts';
import { SnoozeButtons } from './snooze-buttons.tsx';
import { SnoozeList } from './snooze-list.tsx';

type Props = {
  readonly accounts: readonly Account[];
  readonly snoozes: readonly ActiveSnooze[];
  readonly alertSettings: Pick<AlertSettings, 'on' | 'dangerBypassesSnooze'>;
  readonly now: number;
  /** A duration of null ends the snooze. */
  onSnooze(account: AccountId | null, duration: SnoozeDuration | null): void;
  onSettings(): void;
};

/** The active snoozes, and the buttons that add one; the way to the settings while alerts are off. */
export function MutePanel({ accounts, snoozes, alertSettings, now, onSnooze, onSettings }: Props) {
  const i18n = useI18n();
  return (
    <div class="mute">
      <SnoozeList snoozes={snoozes} now={now} onEnd={(account) => onSnooze(account, null)} />
      {alertSettings.on ? (
        <SnoozeButtons
          accounts={accounts}
          dangerBypassesSnooze={alertSettings.dangerBypassesSnooze}
          onSnooze={onSnooze}
        />
      ) : (
        <p>
          {i18n.t('alerts_are_off')}{' '}
          <button type="button" class="link" onClick={onSettings}>
            {i18n.t('open_settings')}
          </button>
        </p>
      )}
    </div>
  );
}
