import { useId } from 'preact/hooks';
import type { AlertSettingsDraft } from '../../lib/domain/alert/alert-settings-draft.ts';
import { CheckField } from '../ui/check-field.tsx';
import { useI18n } from '../ui/i18n.ts';
import { FieldErrorText } from '../ui/text-field.tsx';

type Props = {
  readonly draft: AlertSettingsDraft;
  readonly isInvalid: boolean;
  onEdit(draft: AlertSettingsDraft): void;
};

/** The hours of the day without notifications. */
export function QuietHoursField({ draft, isInvalid, onEdit }: Props) {
  const i18n = useI18n();
  const id = useId();
  const renderTime = (name: 'quietFrom' | 'quietTo', label: 'quiet_from' | 'quiet_to') => (
    <div class="time">
      <label for={`${id}-${name}`}>{i18n.t(label)}</label>
      <input
        id={`${id}-${name}`}
        type="time"
        value={draft[name]}
        aria-invalid={isInvalid || undefined}
        aria-describedby={`${id}-error`}
        onInput={({ currentTarget }) => onEdit({ ...draft, [name]: currentTarget.value })}
      />
    </div>
  );
  return (
    <div>
      <CheckField
        label={i18n.t('quiet')}
        hint={i18n.t('quiet_hint')}
        checked={draft.quiet}
        onChange={(quiet) => onEdit({ ...draft, quiet })}
      />
      {draft.quiet && (
        <div class="row times">
          {renderTime('quietFrom', 'quiet_from')}
          {renderTime('quietTo', 'quiet_to')}
        </div>
      )}
      <FieldErrorText id={id} error={isInvalid ? i18n.t('quiet_wrong') : undefined} />
    </div>
  );
}
