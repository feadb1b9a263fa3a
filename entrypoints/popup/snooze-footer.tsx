import '../../components/alert/alert-bar.css';
import { AlertBar } from '../../components/alert/alert-bar.tsx';
import { send } from '../../lib/browser/api/send-command.ts';
import { alarms, alerting, silence } from '../../lib/browser/storage/alert-items.ts';
import { type ItemSignals, itemSignals, valueOr } from '../../lib/browser/storage/signals.ts';
import type { Account, AccountId } from '../../lib/domain/account/account.ts';
import { endOf, type Span } from '../../lib/domain/alert/snooze.ts';

const ITEMS = { alarms, silence, alerting };

type Props = {
  readonly alerts: ItemSignals<typeof ITEMS>;
  readonly accounts: readonly Account[];
  readonly now: number;
};

/** Follows what is stored about alerts. */
export async function readAlerts(): Promise<Props['alerts']> {
  return await itemSignals(ITEMS);
}

/** The foot of the view: what hinders alerts, and the way to snooze them. */
export function SnoozeFooter({ alerts, accounts, now }: Props) {
  return (
    <AlertBar
      accounts={accounts}
      book={valueOr(alerts.alarms.value, alarms.fallback)}
      silence={valueOr(alerts.silence.value, silence.fallback)}
      alerting={valueOr(alerts.alerting.value, alerting.fallback)}
      now={now}
      onSnooze={snooze}
    />
  );
}

function snooze(account: AccountId | null, span: Span | null): void {
  void send({ type: 'snooze', account, until: span === null ? 0 : endOf(span, Date.now()) });
}
