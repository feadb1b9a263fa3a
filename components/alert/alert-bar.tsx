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
  readonly book: AlertStates;
  readonly silence: Snooze;
  readonly alerting: Pick<AlertSettings, 'on' | 'dangerBypassesSnooze'>;
  readonly now: number;
  onSnooze(account: AccountId | null, span: SnoozeDuration | null): void;
};

/** What hinders alerts, and the way to silence them for a while. */
export function AlertBar({ accounts, book, silence, alerting, now, onSnooze }: AlertBarProps) {
  const words = useI18n();
  return (
    <footer class="alerts">
      <div role="status">
        {book.refusedAt !== null && (
          <Notice tone="danger" title={words.t('alert_refused')} advice={words.t('alert_refused_advice')} />
        )}
        <SnoozeList
          hushes={listActiveSnoozes(silence, accounts, now, words)}
          now={now}
          onEnd={(account) => onSnooze(account, null)}
        />
      </div>
      {alerting.on && (
        <details>
          <summary>
            <Icon name="chevron" />
            {words.t('silence')}
          </summary>
          <SnoozeButtons accounts={accounts} dangerBypassesSnooze={alerting.dangerBypassesSnooze} onSnooze={onSnooze} />
        </details>
      )}
    </footer>
  );
}
