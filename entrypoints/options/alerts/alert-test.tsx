import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../../../components/ui/i18n.ts';
import { ResultMessage } from '../../../components/ui/result-message.tsx';
import {
  type NotificationPermission,
  readNotificationPermission,
  showNotification,
} from '../../../lib/browser/api/notifications.ts';

/** Sends a test notification, and shows the browser's permission for notifications. */
export function AlertTest() {
  const i18n = useI18n();
  const permission = useSignal<NotificationPermission | null>(null);
  const accepted = useSignal<boolean | null>(null);
  const updatePermission = async () => {
    permission.value = await readNotificationPermission();
  };
  useEffect(() => void updatePermission(), []);
  const send = async () => {
    accepted.value = null;
    const [title, body] = [i18n.t('alert_test_title'), i18n.t('alert_test_body')];
    accepted.value = await showNotification({ id: 'test', title, body, urgency: 'normal' });
    await updatePermission();
  };
  return (
    <div class="part">
      <button type="button" class="plain" onClick={() => void send()}>
        {i18n.t('alert_test')}
      </button>
      {permission.value && (
        <p class={permission.value === 'denied' ? 'error' : 'hint'}>{i18n.t(`permission_${permission.value}`)}</p>
      )}
      <ResultMessage
        good={accepted.value === true && i18n.t('alert_test_good')}
        bad={accepted.value === false && i18n.t('alert_test_bad')}
      />
    </div>
  );
}
