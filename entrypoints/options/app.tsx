import { useRef } from 'preact/hooks';
import { AboutKey } from '../../components/settings/about-key.tsx';
import { useI18n } from '../../components/ui/i18n.ts';
import { Dial } from '../../components/ui/logo.tsx';
import { Accounts } from './accounts/accounts.tsx';
import { AddAccount } from './accounts/add-account.tsx';
import { PastAlerts } from './alerts/alert-log.tsx';
import { Alerts } from './alerts/alerts.tsx';
import { FirstSteps } from './onboarding/create-key-step.tsx';
import { FirstEnd } from './onboarding/first-reading-step.tsx';
import { Appearance } from './settings/appearance.tsx';
import { Wrecks } from './settings/corrupt-items.tsx';
import { Ungranted } from './settings/permission-notice.tsx';
import { Watching } from './settings/polling.tsx';
import { SettingsFileSection } from './settings/settings-file-section.tsx';
import type { State } from './state/state.ts';
import { Keeping } from './vault/key-storage.tsx';
import { Unlock } from './vault/unlock.tsx';

/** The settings; before the first account, a welcome. A part whose stored value cannot be used is left out. */
export function App({ state }: { state: State }) {
  const words = useI18n();
  const accounts = state.accounts.value;
  const settings = state.settings.value;
  const alerting = state.alerting.value;
  const fresh = 'value' in accounts && accounts.value.length === 0;
  const isFirstDay = useRef(false);
  isFirstDay.current ||= fresh;
  return (
    <>
      <header>
        <Dial />
        <div>
          <h1>{words.text(fresh ? 'options_welcome' : 'options_title')}</h1>
          <p class="quiet">{words.text(fresh ? 'options_welcome_text' : 'options_lead')}</p>
        </div>
      </header>
      <main>
        {!state.granted.value && <Ungranted />}
        <Wrecks state={state} />
        <Unlock state={state} />
        {fresh && <FirstSteps state={state} />}
        {!fresh && isFirstDay.current && <FirstEnd state={state} fresh={false} />}
        {'value' in accounts && <Accounts state={state} />}
        {'value' in accounts && <AddAccount state={state} first={fresh} />}
        {fresh && <FirstEnd state={state} fresh />}
        {'value' in settings && <Watching settings={settings.value} />}
        {'value' in settings && <Appearance settings={settings.value} state={state} />}
        {'value' in alerting && <Alerts state={state} alerting={alerting.value} />}
        {'value' in alerting && <PastAlerts state={state} />}
        {'value' in accounts && 'value' in settings && <SettingsFileSection state={state} />}
        <Keeping state={state} />
        <AboutKey />
      </main>
    </>
  );
}
