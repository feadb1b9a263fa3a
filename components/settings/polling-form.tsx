import { useId } from 'preact/hooks';
import { formatCount } from '../../lib/domain/i18n/format.ts';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { MAX_PERIOD, MAX_VIEW_PERIOD, MIN_PERIOD, MIN_VIEW_PERIOD } from '../../lib/domain/settings/settings.ts';
import {
  buildPresetDraft,
  type DistanceDraft,
  matchPresetDraft,
  PRESETS,
  type SettingsDraft,
  type SettingsErrors,
  THRESHOLD_NAMES,
} from '../../lib/domain/settings/settings-draft.ts';
import { levelLabel } from '../../lib/domain/view/labels.ts';
import { useI18n } from '../ui/i18n.ts';
import { NumberField } from '../ui/number-field.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { FieldErrorText } from '../ui/text-field.tsx';

type Props = {
  readonly draft: SettingsDraft;
  readonly errors: SettingsErrors;
  onEdit(draft: SettingsDraft): void;
  onSubmit(): void;
};

/** The polling periods, in the background and for open views, and the thresholds of the levels by risk and by distance. */
export function PollingForm({ draft, errors, onEdit, onSubmit }: Props) {
  const i18n = useI18n();
  const id = useId();
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form class="watching" aria-label={i18n.t('watching')} noValidate onSubmit={submit}>
      {PERIODS.map(({ name, label, hint, min, max }) => {
        const bounds = [formatCount(min, i18n), formatCount(max, i18n)];
        return (
          <div key={name}>
            <NumberField
              label={i18n.t(label)}
              unit={i18n.t('period_unit')}
              value={draft[name]}
              isInvalid={errors[name]}
              describedBy={`${id}-${name}-error ${id}-${name}`}
              onInput={(value) => onEdit({ ...draft, [name]: value })}
            />
            <FieldErrorText id={`${id}-${name}`} error={errors[name] ? i18n.t('period_wrong', ...bounds) : undefined} />
            <p class="hint" id={`${id}-${name}`}>
              {i18n.t(hint, ...bounds)}
            </p>
          </div>
        );
      })}
      <LevelFields
        legend={i18n.t('thresholds')}
        hint={i18n.t('thresholds_hint')}
        label="threshold_from"
        values={draft}
        error={errors.thresholds && i18n.t('thresholds_wrong')}
        onEdit={(levels) => onEdit({ ...draft, ...levels })}
      />
      <LevelFields
        legend={i18n.t('near')}
        hint={i18n.t('near_hint')}
        label="near_within"
        values={draft.near}
        error={errors.near && i18n.t('near_wrong')}
        onEdit={(levels) => onEdit({ ...draft, near: { ...draft.near, ...levels } })}
      />
      <RadioGroup
        legend={i18n.t('preset')}
        options={PRESETS.map((value) => ({ value, label: i18n.t(`preset_${value}`) }))}
        chosen={matchPresetDraft(draft.near)}
        onChoose={(preset) => onEdit({ ...draft, near: buildPresetDraft(preset) })}
      />
      <button type="submit" class="primary">
        {i18n.t('save')}
      </button>
    </form>
  );
}

type LevelProps = {
  readonly legend: string;
  readonly hint: string;
  readonly label: MessageKey;
  readonly values: DistanceDraft;
  readonly error: string | false;
  onEdit(levels: Partial<DistanceDraft>): void;
};

/** The thresholds of the three levels. */
function LevelFields({ legend, hint, label, values, error, onEdit }: LevelProps) {
  const i18n = useI18n();
  const id = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="row">
        {THRESHOLD_NAMES.map((level) => (
          <NumberField
            key={level}
            tone={level}
            label={i18n.t(label, levelLabel(level, i18n))}
            unit={i18n.t('percent_unit')}
            value={values[level]}
            isInvalid={error !== false}
            describedBy={`${id}-error ${id}`}
            onInput={(value) => onEdit({ [level]: value })}
          />
        ))}
      </div>
      <FieldErrorText id={id} error={error || undefined} />
      <p class="hint" id={id}>
        {hint}
      </p>
    </fieldset>
  );
}

type Period = {
  readonly name: 'period' | 'viewPeriod';
  readonly label: MessageKey;
  readonly hint: MessageKey;
  readonly min: number;
  readonly max: number;
};

const PERIODS: readonly Period[] = [
  { name: 'period', label: 'period', hint: 'period_hint', min: MIN_PERIOD, max: MAX_PERIOD },
  { name: 'viewPeriod', label: 'view_period', hint: 'view_period_hint', min: MIN_VIEW_PERIOD, max: MAX_VIEW_PERIOD },
];
