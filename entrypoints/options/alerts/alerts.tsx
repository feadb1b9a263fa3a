import { useSignal } from '@preact/signals';
import { AlertForm } from '../../../components/alert/alert-form.tsx';
import { CheckField } from '../../../components/ui/check-field.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { Section } from '../../../components/ui/section.tsx';
import * as stored from '../../../lib/browser/storage/alert-items.ts';
import type { Alerting } from '../../../lib/domain/alert/alert-settings.ts';
import {
  type AlertDraft,
  alertDraftOf,
  alertingOf,
  NO_ALERT_FLAWS,
} from '../../../lib/domain/alert/alert-settings-draft.ts';
import type { State } from '../state/state.ts';
import { SaveVerdict, useSaving } from '../state/use-saving.tsx';
import { AlertTest } from './alert-test.tsx';
import { Conditions } from './conditions.tsx';
import { Silences } from './snoozes.tsx';

/** How the user is told, and of what. What was typed stays until it is saved. */
export function Alerts({ state, alerting }: { state: State; alerting: Alerting }) {
  const words = useI18n();
  const typed = useSignal<AlertDraft | null>(null);
  const flaws = useSignal(NO_ALERT_FLAWS);
  const { saved, save } = useSaving(stored.alerting);
  const draft = typed.value ?? alertDraftOf(alerting);
  const submit = async () => {
    const sent = typed.peek();
    const wanted = alertingOf(draft, alerting);
    flaws.value = wanted.ok ? NO_ALERT_FLAWS : wanted.failure;
    saved.value = 'no';
    const isSaved = wanted.ok && (await save(({ on, conditions }) => ({ ...wanted.value, on, conditions })));
    // What was typed meanwhile is not saved yet.
    if (isSaved && typed.peek() === sent) typed.value = null;
  };
  return (
    <Section title={words.text('alerts')}>
      <div class="panel">
        <CheckField
          role="switch"
          label={words.text('alerts_switch')}
          hint={words.text('alerts_switch_hint')}
          checked={alerting.on}
          onChange={(on) => void save((known) => ({ ...known, on }))}
        />
        <AlertForm
          draft={draft}
          flaws={flaws.value}
          onEdit={(next) => {
            typed.value = next;
            saved.value = 'no';
          }}
          onSubmit={() => void submit()}
        />
        <SaveVerdict saved={saved.value} />
        <AlertTest />
        <Silences state={state} dangerPasses={alerting.dangerPasses} />
        <Conditions state={state} conditions={alerting.conditions} onSave={save} />
      </div>
    </Section>
  );
}
