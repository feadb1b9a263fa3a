import { AboutKey } from '../../components/settings/about-key.tsx';
import { StartOver } from '../../components/settings/start-over.tsx';
import { useI18n } from '../../components/ui/i18n.ts';
import { Accounts } from './accounts/accounts.tsx';
import type { AccountChecker } from './accounts/use-check.ts';
import type { Removal } from './accounts/use-removal.ts';
import { AlertLogSection } from './alerts/alert-log.tsx';
import { AlertTimes } from './alerts/alert-times.tsx';
import { Conditions } from './alerts/conditions.tsx';
import { Notifications } from './alerts/notifications.tsx';
import { FirstReadingStep } from './onboarding/first-reading-step.tsx';
import { Backup } from './settings/backup.tsx';
import { Display } from './settings/display.tsx';
import { Levels } from './settings/levels.tsx';
import { Monitoring } from './settings/monitoring.tsx';
import { SettingsPane } from './settings/settings-pane.tsx';
import type { StartingOver } from './settings/use-start-over.ts';
import type { State } from './state/state.ts';
import { KeyStorage } from './vault/key-storage.tsx';

type Props = {
  readonly state: State;
  readonly adding: AccountChecker;
  readonly removal: Removal;
  readonly startingOver: StartingOver;
  readonly isFirstDay: boolean;
};

/** The six panes. Parts that depend on an unusable stored value are left out. */
export function Panes({ state, adding, removal, startingOver, isFirstDay }: Props) {
  const i18n = useI18n();
  const [settings, alertSettings, accounts] = [state.settings.value, state.alertSettings.value, state.accounts.value];
  const isInAccounts = state.navigation.visit.value.place.pane === 'accounts';
  return (
    <>
      {isFirstDay && <FirstReadingStep state={state} fresh={false} isShown={isInAccounts} />}
      <SettingsPane pane="accounts" title={i18n.t('accounts')} state={state}>
        {'value' in accounts && <Accounts state={state} adding={adding} removal={removal} />}
      </SettingsPane>
      <SettingsPane pane="alerts" title={i18n.t('alerts')} state={state}>
        {'value' in alertSettings && <Notifications state={state} alertSettings={alertSettings.value} />}
        {'value' in settings && <Levels state={state} settings={settings.value} />}
        {'value' in alertSettings && (
          <>
            <AlertTimes state={state} alertSettings={alertSettings.value} />
            <Conditions state={state} conditions={alertSettings.value.conditions} />
            <AlertLogSection state={state} />
          </>
        )}
      </SettingsPane>
      <SettingsPane pane="display" title={i18n.t('pane_display')} state={state}>
        {'value' in settings && <Display state={state} settings={settings.value} />}
      </SettingsPane>
      <SettingsPane pane="monitoring" title={i18n.t('pane_monitoring')} state={state}>
        {'value' in settings && <Monitoring state={state} settings={settings.value} />}
      </SettingsPane>
      <SettingsPane pane="security" title={i18n.t('pane_security')} state={state}>
        <KeyStorage state={state} />
        <AboutKey />
      </SettingsPane>
      <SettingsPane pane="backup" title={i18n.t('pane_backup')} state={state}>
        {'value' in accounts && 'value' in settings && <Backup state={state} />}
        <StartOver
          busy={startingOver.state === 'busy'}
          hasFailed={startingOver.state === 'failed'}
          onConfirm={startingOver.start}
        />
      </SettingsPane>
    </>
  );
}
