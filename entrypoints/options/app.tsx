import { useRef } from 'preact/hooks';
import { AboutKey } from '../../components/settings/about-key.tsx';
import { useI18n } from '../../components/ui/i18n.ts';
import { Logo } from '../../components/ui/logo.tsx';
import { Accounts } from './accounts/accounts.tsx';
import { AddAccount } from './accounts/add-account.tsx';
import { AlertLogSection } from './alerts/alert-log.tsx';
import { Alerts } from './alerts/alerts.tsx';
import { CreateKeyStep } from './onboarding/create-key-step.tsx';
import { FirstReadingStep } from './onboarding/first-reading-step.tsx';
import { Appearance } from './settings/appearance.tsx';
import { CorruptItems } from './settings/corrupt-items.tsx';
import { PermissionNotice } from './settings/permission-notice.tsx';
import { Polling } from './settings/polling.tsx';
import { SettingsFileSection } from './settings/settings-file-section.tsx';
import type { State } from './state/state.ts';
import { KeyStorage } from './vault/key-storage.tsx';
import { Unlock } from './vault/unlock.tsx';

/** The options page. Before the first account it shows the onboarding. Sections with unusable stored values are left out. */
export function App({ state }: { state: State }) {
  const i18n = useI18n();
  const accounts = state.accounts.value;
  const settings = state.settings.value;
  const alertSettings = state.alertSettings.value;
  const fresh = 'value' in accounts && accounts.value.length === 0;
  const isFirstDay = useRef(false);
  isFirstDay.current ||= fresh;
  return (
    <>
      <header>
        <Logo />
        <div>
          <h1>{i18n.t(fresh ? 'options_welcome' : 'options_title')}</h1>
          <p class="quiet">{i18n.t(fresh ? 'options_welcome_text' : 'options_lead')}</p>
        </div>
      </header>
      <main>
        {!state.granted.value && <PermissionNotice />}
        <CorruptItems state={state} />
        <Unlock state={state} />
        {fresh && <CreateKeyStep state={state} />}
        {!fresh && isFirstDay.current && <FirstReadingStep state={state} fresh={false} />}
        {'value' in accounts && <Accounts state={state} />}
        {'value' in accounts && <AddAccount state={state} first={fresh} />}
        {fresh && <FirstReadingStep state={state} fresh />}
        {'value' in settings && <Polling settings={settings.value} />}
        {'value' in settings && <Appearance settings={settings.value} state={state} />}
        {'value' in alertSettings && <Alerts state={state} alertSettings={alertSettings.value} />}
        {'value' in alertSettings && <AlertLogSection state={state} />}
        {'value' in accounts && 'value' in settings && <SettingsFileSection state={state} />}
        <KeyStorage state={state} />
        <AboutKey />
      </main>
    </>
  );
}
