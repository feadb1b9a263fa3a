import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { NotificationRows } from '../../../components/alert/notification-rows.tsx';
import { SnoozeList } from '../../../components/alert/snooze-list.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { ResultMessage } from '../../../components/ui/result-message.tsx';
import {
  type NotificationPermission,
  readNotificationPermission,
  showNotification,
} from '../../../lib/browser/api/notifications.ts';
import { sendCommand } from '../../../lib/browser/api/send-command.ts';
import * as stored from '../../../lib/browser/storage/alert-items.ts';
import type { AlertSettings } from '../../../lib/domain/alert/alert-settings.ts';
import { listActiveSnoozes } from '../../../lib/domain/alert/snooze-text.ts';
import { formatMoment } from '../../../lib/domain/i18n/format.ts';
import type { State } from '../state/state.ts';

type Props = { readonly alertSettings: AlertSettings; readonly state: State };

/** The switch for notifications with the browser's permission, a test, and the active snoozes. */
export function Notifications({ alertSettings, state }: Props) {
  const i18n = useI18n();
  const permission = useSignal<NotificationPermission | null>(null);
  const accepted = useSignal<boolean | null>(null);
  const now = state.now.value;
  const updatePermission = async () => {
    permission.value = await readNotificationPermission();
  };
  useEffect(() => void updatePermission(), []);
  const test = async () => {
    accepted.value = null;
    const [title, body] = [i18n.t('alert_test_title'), i18n.t('alert_test_body')];
    accepted.value = await showNotification({ id: 'test', title, body, urgency: 'normal' });
    await updatePermission();
  };
  const last = state.alertLog.value.find(({ status }) => status === 'delivered');
  const hint = (
    <>
      {permission.value && (
        <span class={permission.value === 'denied' ? 'error' : undefined}>
          {i18n.t(`permission_${permission.value}`)}
        </span>
      )}{' '}
      {last && i18n.t('alerts_last', formatMoment(last.at, now, i18n))}
    </>
  );
  return (
    <div class="panel">
      <NotificationRows
        choice={alertSettings}
        hint={hint}
        onChange={(change) => void state.saver.saveTo(stored.alertSettings)(() => change)}
        onTest={() => void test()}
      />
      <ResultMessage
        good={accepted.value === true && i18n.t('alert_test_good')}
        bad={accepted.value === false && i18n.t('alert_test_bad')}
      />
      <div role="status">
        <SnoozeList
          snoozes={listActiveSnoozes(state.snooze.value, state.portfolio.value.accounts, now, i18n)}
          now={now}
          onEnd={(account) => void sendCommand({ type: 'snooze', account, until: 0 })}
        />
      </div>
    </div>
  );
}
