import { type Settings, THEMES, UPS } from '../../lib/domain/settings/settings.ts';
import { useI18n } from '../ui/i18n.ts';
import { ChoiceField } from '../ui/radio-group.tsx';
import { SelectField } from '../ui/select-field.tsx';

type Look = Pick<Settings, 'theme' | 'up' | 'alsoIn'>;
type Props = {
  readonly look: Look;
  /** In which the total can be shown besides USDT and BTC. */
  readonly coins: readonly string[];
  onChange(change: Partial<Look>): void;
};

/** The theme, which of green and red is up, and in which coins the total is shown. */
export function LookForm({ look, coins, onChange }: Props) {
  const words = useI18n();
  // A choice stays one, though no answer gives its rate at the moment.
  const known = new Set(['', look.alsoIn, ...coins]);
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
      <SelectField
        label={words.text('also_in')}
        hint={words.text('also_in_hint')}
        value={look.alsoIn}
        options={[...known].map((value) => ({
          value,
          name: value === '' ? words.text('also_in_none') : words.text('also_in_coin', value),
        }))}
        onChange={(alsoIn) => onChange({ alsoIn })}
      />
    </div>
  );
}
