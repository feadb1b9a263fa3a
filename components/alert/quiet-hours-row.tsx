import { useId } from 'preact/hooks';
import type { QuietDraft } from '../../lib/domain/alert/alert-settings-draft.ts';
import { SwitchRow } from '../form/switch-row.tsx';
import { FieldErrorText } from '../form/text-field.tsx';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly isOn: boolean;
  readonly draft: QuietDraft;
  readonly error: string | undefined;
  onToggle(isOn: boolean): void;
  onInput(typed: Partial<QuietDraft>): void;
  onCommit(): void;
};

/** The hours of the day without notifications. */
export function QuietHoursRow({ isOn, draft, error, onToggle, onInput, onCommit }: Props) {
  const i18n = useI18n();
  const id = useId();
  const renderTime = (name: keyof QuietDraft, label: 'quiet_from' | 'quiet_to') => (
    <>
      <label for={`${id}-${name}`}>{i18n.t(label)}</label>
      <input
        id={`${id}-${name}`}
        type="time"
        value={draft[name]}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={error && `${id}-error`}
        onInput={({ currentTarget }) => onInput({ [name]: currentTarget.value })}
        onBlur={onCommit}
      />
    </>
  );
  return (
    <>
      <SwitchRow label={i18n.t('quiet')} hint={i18n.t('quiet_hint')} checked={isOn} onChange={onToggle} />
      {isOn && (
        <div class="times">
          {renderTime('from', 'quiet_from')}
          {renderTime('to', 'quiet_to')}
          <FieldErrorText id={id} error={error} />
        </div>
      )}
    </>
  );
}
