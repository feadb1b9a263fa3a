import { LookForm } from '../../components/look-form.tsx';
import { Section } from '../../components/section.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { useWords } from '../../components/words.ts';
import * as items from '../../lib/browser/items.ts';
import type { Settings } from '../../lib/domain/settings.ts';
import { useSaving } from './saving.tsx';

/** How it looks; each choice takes effect at once, here and wherever else it is shown. */
export function Appearance({ settings }: { settings: Settings }) {
  const words = useWords();
  const { saved, save } = useSaving(items.settings);
  return (
    <Section title={words.text('appearance')}>
      <div class="panel">
        <LookForm look={settings} onChange={(change) => void save((known) => ({ ...known, ...change }))} />
        <Verdict bad={saved.value === 'failed' && words.text('save_failed')} />
      </div>
    </Section>
  );
}
