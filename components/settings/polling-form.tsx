import { useId } from 'preact/hooks';
import { formatCount } from '../../lib/domain/i18n/format.ts';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { MAX_PERIOD, MAX_VIEW_PERIOD, MIN_PERIOD, MIN_VIEW_PERIOD } from '../../lib/domain/settings/settings.ts';
import { type SettingsDraft, type SettingsErrors, THRESHOLD_NAMES } from '../../lib/domain/settings/settings-draft.ts';
import { levelLabel } from '../../lib/domain/view/labels.ts';
import { useI18n } from '../ui/i18n.ts';
import { NumberField } from '../ui/number-field.tsx';
import { FieldErrorText } from '../ui/text-field.tsx';

type Props = {
  readonly draft: SettingsDraft;
  readonly errors: SettingsErrors;
  onEdit(draft: SettingsDraft): void;
  onSubmit(): void;
};

/** The polling periods, in the background and for open views, and the thresholds of the risk levels. */
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
      <fieldset>
        <legend>{i18n.t('thresholds')}</legend>
        <div class="row">
          {THRESHOLD_NAMES.map((level) => (
            <NumberField
              key={level}
              tone={level}
              label={i18n.t('threshold_from', levelLabel(level, i18n))}
              unit={i18n.t('percent_unit')}
              value={draft[level]}
              isInvalid={errors.thresholds}
              describedBy={`${id}-levels-error ${id}-levels`}
              onInput={(value) => onEdit({ ...draft, [level]: value })}
            />
          ))}
        </div>
        <FieldErrorText id={`${id}-levels`} error={errors.thresholds ? i18n.t('thresholds_wrong') : undefined} />
        <p class="hint" id={`${id}-levels`}>
          {i18n.t('thresholds_hint')}
        </p>
      </fieldset>
      <button type="submit" class="primary">
        {i18n.t('save')}
      </button>
    </form>
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
