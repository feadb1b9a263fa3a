import { useSignal } from '@preact/signals';
import { PollingForm } from '../../../components/settings/polling-form.tsx';
import { CheckField } from '../../../components/ui/check-field.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { Section } from '../../../components/ui/section.tsx';
import { SelectField } from '../../../components/ui/select-field.tsx';
import * as items from '../../../lib/browser/storage/items.ts';
import { BADGE_CHOICES, type Settings } from '../../../lib/domain/settings/settings.ts';
import {
  buildSettingsDraft,
  NO_SETTINGS_ERRORS,
  parseSettingsDraft,
  type SettingsDraft,
  type SettingsErrors,
} from '../../../lib/domain/settings/settings-draft.ts';
import { SaveResult, useSaving } from '../state/use-saving.tsx';

/** The polling settings. Typed values stay until they are saved. */
export function Polling({ settings }: { settings: Settings }) {
  const i18n = useI18n();
  const typed = useSignal<SettingsDraft | null>(null);
  const errors = useSignal<SettingsErrors>(NO_SETTINGS_ERRORS);
  const { saved, save } = useSaving(items.settings);
  const change = (part: Partial<Settings>) => save((known) => ({ ...known, ...part }));
  const draft = typed.value ?? buildSettingsDraft(settings);
  const submit = async () => {
    const submitted = typed.peek();
    const parsed = parseSettingsDraft(draft);
    errors.value = parsed.ok ? NO_SETTINGS_ERRORS : parsed.failure;
    saved.value = 'no';
    const isSaved = parsed.ok && (await change(parsed.value));
    // Values typed during the save are not saved yet.
    if (isSaved && typed.peek() === submitted) typed.value = null;
  };
  return (
    <Section title={i18n.t('watching')}>
      <div class="panel">
        <CheckField
          role="switch"
          label={i18n.t('hide_switch')}
          hint={i18n.t('hide_switch_hint')}
          checked={settings.hideAmounts}
          onChange={(hideAmounts) => void change({ hideAmounts })}
        />
        <CheckField
          role="switch"
          label={i18n.t('hide_start')}
          hint={i18n.t('hide_start_hint')}
          checked={settings.hideOnStart}
          onChange={(hideOnStart) => void change({ hideOnStart })}
        />
        <CheckField
          role="switch"
          label={i18n.t('funding_switch')}
          hint={i18n.t('funding_switch_hint')}
          checked={settings.readsFunding}
          onChange={(readsFunding) => void change({ readsFunding })}
        />
        <SelectField
          label={i18n.t('badge')}
          hint={i18n.t('badge_hint')}
          value={settings.badge}
          options={BADGE_CHOICES.map((value) => ({ value, name: i18n.t(`badge_${value}`) }))}
          onChange={(badge) => void change({ badge })}
        />
        <PollingForm
          draft={draft}
          errors={errors.value}
          onEdit={(next) => {
            typed.value = next;
            saved.value = 'no';
          }}
          onSubmit={() => void submit()}
        />
        <SaveResult saved={saved.value} />
      </div>
    </Section>
  );
}
