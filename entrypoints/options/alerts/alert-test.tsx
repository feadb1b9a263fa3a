import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../../../components/ui/i18n.ts';
import { Verdict } from '../../../components/ui/result-message.tsx';
import { notify, notifyPermission, type Permission } from '../../../lib/browser/api/notifications.ts';

/** Sends a real notification on demand, and says what the browser thinks of notifications. */
export function AlertTest() {
  const words = useI18n();
  const permission = useSignal<Permission | null>(null);
  const accepted = useSignal<boolean | null>(null);
  const look = async () => {
    permission.value = await notifyPermission();
  };
  useEffect(() => void look(), []);
  const send = async () => {
    accepted.value = null;
    const [title, body] = [words.text('alert_test_title'), words.text('alert_test_body')];
    accepted.value = await notify({ id: 'test', title, body, urgency: 'plain' });
    await look();
  };
  return (
    <div class="part">
      <button type="button" class="plain" onClick={() => void send()}>
        {words.text('alert_test')}
      </button>
      {permission.value && (
        <p class={permission.value === 'denied' ? 'error' : 'hint'}>{words.text(`permission_${permission.value}`)}</p>
      )}
      <Verdict
        good={accepted.value === true && words.text('alert_test_good')}
        bad={accepted.value === false && words.text('alert_test_bad')}
      />
    </div>
  );
}
