import { useSignal } from '@preact/signals';
import { CheckField } from '../../components/check-field.tsx';
import { Section } from '../../components/section.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { WatchingForm } from '../../components/watching-form.tsx';
import { useWords } from '../../components/words.ts';
import * as items from '../../lib/browser/items.ts';
import { update } from '../../lib/browser/store.ts';
import type { Settings } from '../../lib/domain/settings.ts';
import { draftOf, type Flaws, NO_FLAWS, settingsOf, type WatchDraft } from '../../lib/domain/watch-draft.ts';

type Saved = 'no' | 'yes' | 'failed';

/** How the accounts are watched. What was typed stays until it is saved. */
export function Watching({ settings }: { settings: Settings }) {
  const words = useWords();
  const typed = useSignal<WatchDraft | null>(null);
  const flaws = useSignal<Flaws>(NO_FLAWS);
  const saved = useSignal<Saved>('no');
  const save = async (change: Partial<Settings>): Promise<boolean> => {
    const done = await update(items.settings, (stored) => ({ ...stored, ...change })).then(
      () => true,
      () => false,
    );
    saved.value = done ? 'yes' : 'failed';
    return done;
  };
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
