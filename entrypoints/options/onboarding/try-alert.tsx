import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { AlertTrial, type TrialState } from '../../../components/onboarding/alert-trial.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { showNotification } from '../../../lib/browser/api/notifications.ts';
import { IS_FIREFOX, readPlatform } from '../../../lib/browser/api/platform.ts';
import { listAlertHelp } from '../../../lib/domain/troubleshooting/alert-help.ts';

/** Sends a test alert; if the user did not see it, lists what to check on this system. */
export function TryAlert() {
  const i18n = useI18n();
  const state = useSignal<TrialState>('none');
  const platform = useSignal('');
  useEffect(
    () =>
      void readPlatform().then((found) => {
        platform.value = found;
      }),
    [],
  );
  const send = async () => {
    const [title, body] = [i18n.t('alert_test_title'), i18n.t('alert_test_body')];
    const isAccepted = await showNotification({ id: 'test', title, body, urgency: 'normal' });
    state.value = isAccepted ? 'sent' : 'blocked';
  };
  return (
    <AlertTrial
      state={state.value}
      help={listAlertHelp(platform.value, IS_FIREFOX)}
      onSend={() => void send()}
      onAnswer={(isSeen) => {
        state.value = isSeen ? 'seen' : 'missed';
      }}
    />
  );
}
