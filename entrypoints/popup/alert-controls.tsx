import '../../components/alert/alert-controls.css';
import { AlertLine } from '../../components/alert/alert-line.tsx';
import { MutePanel } from '../../components/alert/mute-panel.tsx';
import { closePopover } from '../../components/dashboard/close-popover.ts';
import { useI18n } from '../../components/ui/i18n.ts';
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
import { listUncheckedConditions } from '../../lib/domain/alert/gap-text.ts';
import { dropFutureSnooze, type SnoozeDuration, snoozeEnd } from '../../lib/domain/alert/snooze.ts';
import { listActiveSnoozes } from '../../lib/domain/alert/snooze-text.ts';
import { openSettings } from './actions.ts';
import type { ReadyViewModel } from './view-model.ts';

const ITEMS = { alertStates, inMemoryAlertStates, snooze, alertSettings };

type AlertSignals = ItemSignals<typeof ITEMS>;

type Props = {
  readonly alerts: AlertSignals;
  readonly accounts: readonly Account[];
  readonly now: number;
};

/** Returns signals of the stored alert values. */
export async function readAlerts(): Promise<AlertSignals> {
  return await itemSignals(ITEMS);
}

/** Returns whether alerts of all accounts or of any are muted, or off. */
export function areAlertsMuted({ snooze: stored, alertSettings: settings }: AlertSignals, now: number): boolean {
  if (!valueOr(settings.value, alertSettings.fallback).on) return true;
  const { all, accounts } = dropFutureSnooze(valueOr(stored.value, snooze.fallback), now);
  return [all, ...Object.values(accounts)].some((until) => until > now);
}

/** The panel of the bell: mutes alerts, and ends that. */
export function MuteControls({ alerts, accounts, now }: Props) {
  return (
    <MutePanel
      accounts={accounts}
      snoozes={useSnoozes({ alerts, accounts, now })}
      alertSettings={valueOr(alerts.alertSettings.value, alertSettings.fallback)}
      now={now}
      onSnooze={(account, duration) => {
        requestSnooze(account, duration);
        closePopover();
      }}
      onSettings={openAlertSettings}
    />
  );
}

/** The line below the view: blocked notifications, conditions that cannot be checked, and active snoozes. */
export function AlertFooter({ alerts, view }: { alerts: AlertSignals; view: ReadyViewModel }) {
  const i18n = useI18n();
  const { portfolio, cards, now } = view;
  const { accounts } = portfolio;
  const { on, conditions } = valueOr(alerts.alertSettings.value, alertSettings.fallback);
  return (
    <AlertLine
      snoozes={useSnoozes({ alerts, accounts, now })}
      isRefused={
        valueOr(latestAlertStates(alerts.alertStates.value, alerts.inMemoryAlertStates.value), alertStates.fallback)
          .refusedAt !== null
      }
      unchecked={on ? listUncheckedConditions(conditions, portfolio, cards, i18n) : []}
      now={now}
      onEnd={(account) => requestSnooze(account, null)}
      onSettings={openAlertSettings}
    />
  );
}

function openAlertSettings(): void {
  void openSettings({ pane: 'alerts', account: null });
}

function useSnoozes({ alerts, accounts, now }: Props) {
  return listActiveSnoozes(valueOr(alerts.snooze.value, snooze.fallback), accounts, now, useI18n());
}

function requestSnooze(account: AccountId | null, duration: SnoozeDuration | null): void {
  void sendCommand({ type: 'snooze', account, until: duration === null ? 0 : snoozeEnd(duration, Date.now()) });
}
