import { useId } from 'preact/hooks';
import { BOUNDS, type BoundName, NOTIFY_FROM_LEVELS } from '../../lib/domain/alert/alert-settings.ts';
import {
  type AlertSettingsDraft,
  type AlertSettingsErrors,
  BOUND_NAMES,
} from '../../lib/domain/alert/alert-settings-draft.ts';
import { formatCount } from '../../lib/domain/i18n/format.ts';
import type { I18n } from '../../lib/domain/i18n/i18n.ts';
import { formatList } from '../../lib/domain/i18n/list.ts';
import { levelLabel } from '../../lib/domain/view/labels.ts';
import { CheckField } from '../ui/check-field.tsx';
import { useI18n } from '../ui/i18n.ts';
import { NumberField } from '../ui/number-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { FieldErrorText } from '../ui/text-field.tsx';
import { QuietHoursField } from './quiet-hours-field.tsx';

type Props = {
  readonly draft: AlertSettingsDraft;
  readonly errors: AlertSettingsErrors;
  onEdit(draft: AlertSettingsDraft): void;
  onSubmit(): void;
};

/** The alert settings: the lowest level, the quiet hours and the reminders. */
export function AlertForm({ draft, errors, onEdit, onSubmit }: Props) {
  const i18n = useI18n();
  const id = useId();
  const levels = NOTIFY_FROM_LEVELS.map((value) => ({ value, name: levelLabel(value, i18n) }));
  const isInvalid = errors.numbers.length > 0;
  return (
    <form
      class="watching"
      aria-label={i18n.t('alerts')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <SelectField
        label={i18n.t('alerts_from')}
        value={draft.from}
        options={levels}
        onChange={(from) => onEdit({ ...draft, from })}
      />
      <QuietHoursField draft={draft} isInvalid={errors.quiet} onEdit={onEdit} />
      <CheckField
        label={i18n.t('danger_passes')}
        hint={i18n.t('danger_passes_hint')}
        checked={draft.dangerBypassesSnooze}
        onChange={(dangerBypassesSnooze) => onEdit({ ...draft, dangerBypassesSnooze })}
      />
      <details class="finer" open={isInvalid || undefined}>
        <summary>{i18n.t('alerts_finer')}</summary>
        <div class="row">
          {BOUND_NAMES.map((name) => (
            <NumberField
              key={name}
              label={i18n.t(`alerts_${name}`)}
              unit={getUnit(name, i18n)}
              value={draft[name]}
              isInvalid={errors.numbers.includes(name)}
              describedBy={`${id}-error ${id}`}
              onInput={(value) => onEdit({ ...draft, [name]: value })}
            />
          ))}
        </div>
        <FieldErrorText
          id={id}
          error={isInvalid ? i18n.t('alerts_wrong', formatRanges(errors.numbers, i18n)) : undefined}
        />
        <p class="hint" id={id}>
          {i18n.t('alerts_finer_hint')}
        </p>
      </details>
      <button type="submit" class="primary">
        {i18n.t('save')}
      </button>
    </form>
  );
}

function getUnit(name: BoundName, i18n: I18n): string {
  return i18n.t(name === 'hysteresis' ? 'percent_unit' : 'alerts_minutes');
}

function formatRanges(names: readonly BoundName[], i18n: I18n): string {
  const ranges = names.map((name) => {
    const [min, max] = BOUNDS[name];
    return `${i18n.t('range', formatCount(min, i18n), formatCount(max, i18n))} ${getUnit(name, i18n)}`;
  });
  return formatList(ranges, i18n);
}
