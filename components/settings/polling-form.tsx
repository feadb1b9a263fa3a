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

/** How often to ask, at rest and while it is looked at, and where the levels begin. */
export function PollingForm({ draft, errors, onEdit, onSubmit }: Props) {
  const words = useI18n();
  const id = useId();
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form class="watching" aria-label={words.t('watching')} noValidate onSubmit={submit}>
      {PERIODS.map(({ name, label, hint, least, most }) => {
        const span = [formatCount(least, words), formatCount(most, words)];
        return (
          <div key={name}>
            <NumberField
              label={words.t(label)}
              unit={words.t('period_unit')}
              value={draft[name]}
              wrong={errors[name]}
              about={`${id}-${name}-error ${id}-${name}`}
              onInput={(value) => onEdit({ ...draft, [name]: value })}
            />
            <FieldErrorText id={`${id}-${name}`} error={errors[name] ? words.t('period_wrong', ...span) : undefined} />
            <p class="hint" id={`${id}-${name}`}>
              {words.t(hint, ...span)}
            </p>
          </div>
        );
      })}
      <fieldset>
        <legend>{words.t('thresholds')}</legend>
        <div class="row">
          {THRESHOLD_NAMES.map((level) => (
            <NumberField
              key={level}
              tone={level}
              label={words.t('threshold_from', levelLabel(level, words))}
              unit={words.t('percent_unit')}
              value={draft[level]}
              wrong={errors.thresholds}
              about={`${id}-levels-error ${id}-levels`}
              onInput={(value) => onEdit({ ...draft, [level]: value })}
            />
          ))}
        </div>
        <FieldErrorText id={`${id}-levels`} error={errors.thresholds ? words.t('thresholds_wrong') : undefined} />
        <p class="hint" id={`${id}-levels`}>
          {words.t('thresholds_hint')}
        </p>
      </fieldset>
      <button type="submit" class="primary">
        {words.t('save')}
      </button>
    </form>
  );
}

type Period = {
  readonly name: 'period' | 'viewPeriod';
  readonly label: MessageKey;
  readonly hint: MessageKey;
  readonly least: number;
  readonly most: number;
};

const PERIODS: readonly Period[] = [
  { name: 'period', label: 'period', hint: 'period_hint', least: MIN_PERIOD, most: MAX_PERIOD },
  { name: 'viewPeriod', label: 'view_period', hint: 'view_period_hint', least: MIN_VIEW_PERIOD, most: MAX_VIEW_PERIOD },
];
