import { useSignal } from '@preact/signals';
import { WatchingForm } from '../../../components/settings/polling-form.tsx';
import { CheckField } from '../../../components/ui/check-field.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { Section } from '../../../components/ui/section.tsx';
import { SelectField } from '../../../components/ui/select-field.tsx';
import * as items from '../../../lib/browser/storage/items.ts';
import { BADGE_CHOICES, type Settings } from '../../../lib/domain/settings/settings.ts';
import {
  draftOf,
  type Flaws,
  NO_FLAWS,
  settingsOf,
  type WatchDraft,
} from '../../../lib/domain/settings/settings-draft.ts';
import { SaveVerdict, useSaving } from '../state/use-saving.tsx';

/** How the accounts are watched. What was typed stays until it is saved. */
export function Watching({ settings }: { settings: Settings }) {
  const words = useI18n();
  const typed = useSignal<WatchDraft | null>(null);
  const flaws = useSignal<Flaws>(NO_FLAWS);
  const { saved, save } = useSaving(items.settings);
  const change = (part: Partial<Settings>) => save((known) => ({ ...known, ...part }));
  const draft = typed.value ?? draftOf(settings);
  const submit = async () => {
    const sent = typed.peek();
    const wanted = settingsOf(draft);
    flaws.value = wanted.ok ? NO_FLAWS : wanted.failure;
    saved.value = 'no';
    const isSaved = wanted.ok && (await change(wanted.value));
    // What was typed meanwhile is not saved yet.
    if (isSaved && typed.peek() === sent) typed.value = null;
  };
  return (
    <Section title={words.text('watching')}>
      <div class="panel">
        <CheckField
          role="switch"
          label={words.text('hide_switch')}
          hint={words.text('hide_switch_hint')}
          checked={settings.hideAmounts}
          onChange={(hideAmounts) => void change({ hideAmounts })}
        />
        <CheckField
          role="switch"
          label={words.text('hide_start')}
          hint={words.text('hide_start_hint')}
          checked={settings.hideOnStart}
          onChange={(hideOnStart) => void change({ hideOnStart })}
        />
        <SelectField
          label={words.text('badge')}
          hint={words.text('badge_hint')}
          value={settings.badge}
          options={BADGE_CHOICES.map((value) => ({ value, name: words.text(`badge_${value}`) }))}
          onChange={(badge) => void change({ badge })}
        />
        <WatchingForm
          draft={draft}
          flaws={flaws.value}
          onEdit={(next) => {
            typed.value = next;
            saved.value = 'no';
          }}
          onSubmit={() => void submit()}
        />
        <SaveVerdict saved={saved.value} />
      </div>
    </Section>
  );
}
