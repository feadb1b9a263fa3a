import { type Settings, THEMES, UP_COLORS } from '../../lib/domain/settings/settings.ts';
import { useI18n } from '../ui/i18n.ts';
import { RadioGroup } from '../ui/radio-group.tsx';
import { SelectField } from '../ui/select-field.tsx';

type Appearance = Pick<Settings, 'theme' | 'up' | 'alsoIn'>;
type Props = {
  readonly appearance: Appearance;
  /** The coins that can show the total besides USDT and BTC. */
  readonly coins: readonly string[];
  onChange(change: Partial<Appearance>): void;
};

/** The theme, the color for gains, and the additional coin of the total. */
export function AppearanceForm({ appearance, coins, onChange }: Props) {
  const i18n = useI18n();
  // The stored choice stays selectable even if no response currently gives its rate.
  const selectableCoins = new Set(['', appearance.alsoIn, ...coins]);
  return (
    <div class="look">
      <RadioGroup
        legend={i18n.t('theme')}
        options={THEMES.map((value) => ({ value, label: i18n.t(`theme_${value}`) }))}
        chosen={appearance.theme}
        onChoose={(theme) => onChange({ theme })}
      />
      <RadioGroup
        legend={i18n.t('up')}
        hint={i18n.t('up_hint')}
        options={UP_COLORS.map((value) => ({
          value,
          label: <b class={`sample-${value}`}>{i18n.t(`up_${value}`)}</b>,
        }))}
        chosen={appearance.up}
        onChoose={(up) => onChange({ up })}
      />
      <SelectField
        label={i18n.t('also_in')}
        hint={i18n.t('also_in_hint')}
        value={appearance.alsoIn}
        options={[...selectableCoins].map((value) => ({
          value,
          name: value === '' ? i18n.t('also_in_none') : i18n.t('also_in_coin', value),
        }))}
        onChange={(alsoIn) => onChange({ alsoIn })}
      />
    </div>
  );
}
