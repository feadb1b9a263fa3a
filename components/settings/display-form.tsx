import { BADGE_CHOICES, type Settings, THEMES, UP_COLORS } from '../../lib/domain/settings/settings.ts';
import { ChoiceRow } from '../form/choice-row.tsx';
import { SelectRow } from '../form/select-row.tsx';
import { SwitchRow } from '../form/switch-row.tsx';
import { useI18n } from '../ui/i18n.ts';

type DisplaySettings = Pick<Settings, 'badge' | 'theme' | 'up' | 'alsoIn' | 'hideAmounts' | 'hideOnStart'>;
type Props = {
  readonly settings: DisplaySettings;
  /** The coins that can show the total besides USDT and BTC. */
  readonly coins: readonly string[];
  onChange(change: Partial<DisplaySettings>): void;
};

/** Chooses what badge and popup show, in which colors, and whether amounts are hidden. */
export function DisplayForm({ settings, coins, onChange }: Props) {
  const i18n = useI18n();
  // The stored choice stays selectable even if no response currently gives its rate.
  const selectableCoins = new Set(['', settings.alsoIn, ...coins]);
  return (
    <>
      <div class="panel">
        <SelectRow
          label={i18n.t('badge')}
          hint={i18n.t('badge_hint')}
          value={settings.badge}
          options={BADGE_CHOICES.map((value) => ({ value, name: i18n.t(`badge_${value}`) }))}
          onChange={(badge) => onChange({ badge })}
        />
        <SelectRow
          label={i18n.t('also_in')}
          hint={i18n.t('also_in_hint')}
          value={settings.alsoIn}
          options={[...selectableCoins].map((value) => ({
            value,
            name: value === '' ? i18n.t('also_in_none') : i18n.t('also_in_coin', value),
          }))}
          onChange={(alsoIn) => onChange({ alsoIn })}
        />
      </div>
      <div class="panel">
        <ChoiceRow
          label={i18n.t('theme')}
          options={THEMES.map((value) => ({ value, name: i18n.t(`theme_${value}`) }))}
          chosen={settings.theme}
          onChoose={(theme) => onChange({ theme })}
        />
        <ChoiceRow
          label={i18n.t('up')}
          hint={i18n.t('up_hint')}
          options={UP_COLORS.map((value) => ({
            value,
            name: <b class={`sample-${value}`}>{i18n.t(`up_${value}`)}</b>,
          }))}
          chosen={settings.up}
          onChoose={(up) => onChange({ up })}
        />
      </div>
      <div class="panel">
        <SwitchRow
          label={i18n.t('hide_switch')}
          hint={i18n.t('hide_switch_hint')}
          checked={settings.hideAmounts}
          onChange={(hideAmounts) => onChange({ hideAmounts })}
        />
        <SwitchRow
          label={i18n.t('hide_start')}
          hint={i18n.t('hide_start_hint')}
          checked={settings.hideOnStart}
          onChange={(hideOnStart) => onChange({ hideOnStart })}
        />
      </div>
    </>
  );
}
