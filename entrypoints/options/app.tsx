import { useRef } from 'preact/hooks';
import { AboutKey } from '../../components/settings/about-key.tsx';
import { useI18n } from '../../components/ui/i18n.ts';
import { Logo } from '../../components/ui/logo.tsx';
import { Section } from '../../components/ui/section.tsx';
import { Accounts } from './accounts/accounts.tsx';
import { AddAccount } from './accounts/add-account.tsx';
import { useCheck } from './accounts/use-check.ts';
import { AlertLogSection } from './alerts/alert-log.tsx';
import { Alerts } from './alerts/alerts.tsx';
import { FirstReadingStep } from './onboarding/first-reading-step.tsx';
import { FirstRun } from './onboarding/first-run.tsx';
import { Appearance } from './settings/appearance.tsx';
import { CorruptItems } from './settings/corrupt-items.tsx';
import { PermissionNotice } from './settings/permission-notice.tsx';
import { Polling } from './settings/polling.tsx';
import { SettingsFileSection } from './settings/settings-file-section.tsx';
import type { State } from './state/state.ts';
import { KeyStorage } from './vault/key-storage.tsx';
import { LockedKeyStorage } from './vault/locked-key-storage.tsx';
import { Unlock } from './vault/unlock.tsx';

/** The options page: the onboarding before the first account, then the settings. Leaves out what cannot be read. */
export function App({ state }: { state: State }) {
  const i18n = useI18n();
  const accounts = state.accounts.value;
  const settings = state.settings.value;
  const alertSettings = state.alertSettings.value;
  const isFresh = 'value' in accounts && accounts.value.length === 0;
  const isFirstDay = useRef(false);
  isFirstDay.current ||= isFresh;
  // Its result outlives the change from the onboarding to the settings.
  const adding = useCheck(state.outcomes);
  const notices = (
    <>
      {!state.granted.value && <PermissionNotice />}
      <CorruptItems state={state} />
      <Unlock state={state} />
    </>
  );
  const settingsFile = 'value' in accounts && 'value' in settings && <SettingsFileSection state={state} />;
  if (isFresh)
    return (
      <FirstRun
        state={state}
        notices={
          <>
            {notices}
            <LockedKeyStorage state={state} />
            <Accounts state={state} />
          </>
        }
        form={<AddAccount state={state} checker={adding} />}
        settingsFile={settingsFile}
      />
    );
  return (
    <>
      <header>
        <Logo />
        <div>
          <h1>{i18n.t('options_title')}</h1>
          <p class="quiet">{i18n.t('options_lead')}</p>
        </div>
      </header>
      <main>
        {notices}
        {isFirstDay.current && <FirstReadingStep state={state} fresh={false} />}
        {'value' in accounts && (
          <>
            <Accounts state={state} />
            <Section title={i18n.t('add_account')}>
              <AddAccount state={state} checker={adding} />
            </Section>
          </>
        )}
        {'value' in settings && <Polling settings={settings.value} />}
        {'value' in settings && <Appearance settings={settings.value} state={state} />}
        {'value' in alertSettings && <Alerts state={state} alertSettings={alertSettings.value} />}
        {'value' in alertSettings && <AlertLogSection state={state} />}
        {settingsFile}
        <KeyStorage state={state} />
        <AboutKey />
      </main>
    </>
  );
}
