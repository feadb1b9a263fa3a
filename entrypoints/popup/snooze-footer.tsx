import '../../components/alert/alert-bar.css';
import { AlertBar } from '../../components/alert/alert-bar.tsx';
import { sendCommand } from '../../lib/browser/api/send-command.ts';
import {
  alertSettings,
  alertStates,
  inMemoryAlertStates,
  latestAlertStates,
  snooze,
} from '../../lib/browser/storage/alert-items.ts';
import { type ItemSignals, itemSignals, valueOr } from '../../lib/browser/storage/signals.ts';
import type { Account, AccountId } from '../../lib/domain/account/account.ts';
import { type SnoozeDuration, snoozeEnd } from '../../lib/domain/alert/snooze.ts';

const ITEMS = { alertStates, inMemoryAlertStates, snooze, alertSettings };

type Props = {
  readonly alerts: ItemSignals<typeof ITEMS>;
  readonly accounts: readonly Account[];
  readonly now: number;
};

/** Returns signals of the stored alert values. */
export async function readAlerts(): Promise<Props['alerts']> {
  return await itemSignals(ITEMS);
}

/** The footer of the view: blocked notifications, active snoozes and snooze buttons. */
export function SnoozeFooter({ alerts, accounts, now }: Props) {
  return (
    <AlertBar
      accounts={accounts}
      alertStates={valueOr(
        latestAlertStates(alerts.alertStates.value, alerts.inMemoryAlertStates.value),
        alertStates.fallback,
      )}
      snooze={valueOr(alerts.snooze.value, snooze.fallback)}
      alertSettings={valueOr(alerts.alertSettings.value, alertSettings.fallback)}
      now={now}
      onSnooze={requestSnooze}
    />
  );
}

function requestSnooze(account: AccountId | null, duration: SnoozeDuration | null): void {
  void sendCommand({ type: 'snooze', account, until: duration === null ? 0 : snoozeEnd(duration, Date.now()) });
}
