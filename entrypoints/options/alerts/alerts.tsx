import { useSignal } from '@preact/signals';
import { AlertForm } from '../../../components/alert/alert-form.tsx';
import { CheckField } from '../../../components/ui/check-field.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { Section } from '../../../components/ui/section.tsx';
import * as stored from '../../../lib/browser/storage/alert-items.ts';
import type { AlertSettings } from '../../../lib/domain/alert/alert-settings.ts';
import {
  type AlertSettingsDraft,
  buildAlertSettingsDraft,
  NO_ALERT_SETTINGS_ERRORS,
  parseAlertSettingsDraft,
} from '../../../lib/domain/alert/alert-settings-draft.ts';
import type { State } from '../state/state.ts';
import { SaveResult, useSaving } from '../state/use-saving.tsx';
import { AlertTest } from './alert-test.tsx';
import { Conditions } from './conditions.tsx';
import { Snoozes } from './snoozes.tsx';

/** The alert settings. Typed values stay until they are saved. */
export function Alerts({ state, alertSettings }: { state: State; alertSettings: AlertSettings }) {
  const i18n = useI18n();
  const typed = useSignal<AlertSettingsDraft | null>(null);
  const errors = useSignal(NO_ALERT_SETTINGS_ERRORS);
  const { saved, save } = useSaving(stored.alertSettings);
  const draft = typed.value ?? buildAlertSettingsDraft(alertSettings);
  const submit = async () => {
    const submitted = typed.peek();
    const parsed = parseAlertSettingsDraft(draft, alertSettings);
    errors.value = parsed.ok ? NO_ALERT_SETTINGS_ERRORS : parsed.failure;
    saved.value = 'no';
    const isSaved = parsed.ok && (await save(({ on, conditions }) => ({ ...parsed.value, on, conditions })));
    // Values typed during the save are not saved yet.
    if (isSaved && typed.peek() === submitted) typed.value = null;
  };
  return (
    <Section title={i18n.t('alerts')}>
      <div class="panel">
        <CheckField
          role="switch"
          label={i18n.t('alerts_switch')}
          hint={i18n.t('alerts_switch_hint')}
          checked={alertSettings.on}
          onChange={(on) => void save((known) => ({ ...known, on }))}
        />
        <AlertForm
          draft={draft}
          errors={errors.value}
          onEdit={(next) => {
            typed.value = next;
            saved.value = 'no';
          }}
          onSubmit={() => void submit()}
        />
        <SaveResult saved={saved.value} />
        <AlertTest />
        <Snoozes state={state} dangerBypassesSnooze={alertSettings.dangerBypassesSnooze} />
        <Conditions state={state} conditions={alertSettings.conditions} onSave={save} />
      </div>
    </Section>
  );
}
