import { useSignal } from '@preact/signals';
import { CheckField } from '../../components/check-field.tsx';
import { Section } from '../../components/section.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { WatchingForm } from '../../components/watching-form.tsx';
import { useWords } from '../../components/words.ts';
import { BADGE_CHOICES, type Settings } from '../../lib/domain/settings.ts';
import { draftOf, type Flaws, NO_FLAWS, settingsOf, type WatchDraft } from '../../lib/domain/watch-draft.ts';
import { useSaving } from './saving.ts';

/** How the accounts are watched. What was typed stays until it is saved. */
export function Watching({ settings }: { settings: Settings }) {
  const words = useWords();
  const typed = useSignal<WatchDraft | null>(null);
  const flaws = useSignal<Flaws>(NO_FLAWS);
  const { saved, save } = useSaving();
  const draft = typed.value ?? draftOf(settings);
  const submit = async () => {
    const wanted = settingsOf(draft);
    flaws.value = wanted.ok ? NO_FLAWS : wanted.failure;
    saved.value = 'no';
    if (wanted.ok && (await save(wanted.value))) typed.value = null;
  };
  return (
    <Section title={words.text('watching')}>
      <div class="panel">
        <CheckField
          role="switch"
          label={words.text('hide_switch')}
          hint={words.text('hide_switch_hint')}
          checked={settings.hideAmounts}
          onChange={(hideAmounts) => void save({ hideAmounts })}
        />
        <CheckField
          role="switch"
          label={words.text('hide_start')}
          hint={words.text('hide_start_hint')}
          checked={settings.hideOnStart}
          onChange={(hideOnStart) => void save({ hideOnStart })}
        />
        <SelectField
          label={words.text('badge')}
          hint={words.text('badge_hint')}
          value={settings.badge}
          options={BADGE_CHOICES.map((value) => ({ value, name: words.text(`badge_${value}`) }))}
          onChange={(badge) => void save({ badge })}
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
        <Verdict
          good={saved.value === 'yes' && words.text('saved')}
          bad={saved.value === 'failed' && words.text('save_failed')}
        />
      </div>
    </Section>
  );
}
