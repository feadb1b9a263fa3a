import { type Settings, THEMES, UPS } from '../lib/domain/settings.ts';
import { ChoiceField } from './choice-field.tsx';
import { useWords } from './words.ts';

type Look = Pick<Settings, 'theme' | 'up'>;
type Props = { readonly look: Look; onChange(change: Partial<Look>): void };

/** The theme, and which of green and red is up. */
export function LookForm({ look, onChange }: Props) {
  const words = useWords();
  return (
    <div class="look">
      <ChoiceField
        legend={words.text('theme')}
        options={THEMES.map((value) => ({ value, label: words.text(`theme_${value}`) }))}
        chosen={look.theme}
        onChoose={(theme) => onChange({ theme })}
      />
      <ChoiceField
        legend={words.text('up')}
        hint={words.text('up_hint')}
        options={UPS.map((value) => ({ value, label: <b class={`sample-${value}`}>{words.text(`up_${value}`)}</b> }))}
        chosen={look.up}
        onChoose={(up) => onChange({ up })}
      />
    </div>
  );
}
