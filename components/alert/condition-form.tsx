import { useId } from 'preact/hooks';
import type { Account } from '../../lib/domain/account/account.ts';
import { CONDITION_KINDS, isPercentKind, MAX_HOURS } from '../../lib/domain/alert/condition.ts';
import type { ConditionDraft, ConditionErrors } from '../../lib/domain/alert/condition-draft.ts';
import { formatCount } from '../../lib/domain/i18n/format.ts';
import { NumberField } from '../form/number-field.tsx';
import { SelectField } from '../form/select-field.tsx';
import { FieldErrorText } from '../form/text-field.tsx';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly draft: ConditionDraft;
  readonly errors: ConditionErrors;
  readonly accounts: readonly Account[];
  onEdit(draft: ConditionDraft): void;
  onSubmit(): void;
  onCancel(): void;
};

const ALL = '';

/** The form for a custom condition: its kind, its limit and its account. */
export function ConditionForm({ draft, errors, accounts, onEdit, onSubmit, onCancel }: Props) {
  const i18n = useI18n();
  const id = useId();
  const isFall = draft.kind === 'equity_fall';
  const accountOptions = [
    { value: ALL, name: i18n.t('all_accounts') },
    ...accounts.map((account) => ({ value: account.id, name: account.label })),
  ];
  const hoursError = i18n.t('condition_wrong_hours', formatCount(1, i18n), formatCount(MAX_HOURS, i18n));
  return (
    <form
      class="condition"
      aria-label={i18n.t('condition_add')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={({ key }) => key === 'Escape' && draft.limit === '' && onCancel()}
    >
      <div class="row">
        <SelectField
          label={i18n.t('condition_kind')}
          value={draft.kind}
          options={CONDITION_KINDS.map((kind) => ({ value: kind, name: i18n.t(`kind_${kind}`) }))}
          onChange={(kind) => onEdit({ ...draft, kind })}
        />
        <NumberField
          label={i18n.t(isPercentKind(draft.kind) ? 'condition_percent' : 'condition_limit')}
          value={draft.limit}
          isInvalid={errors.limit}
          describedBy={`${id}-limit-error`}
          onInput={(limit) => onEdit({ ...draft, limit })}
        />
        {isFall && (
          <NumberField
            label={i18n.t('condition_hours')}
            value={draft.hours}
            isInvalid={errors.hours}
            describedBy={`${id}-hours-error`}
            onInput={(value) => onEdit({ ...draft, hours: value })}
          />
        )}
        <SelectField
          label={i18n.t('condition_account')}
          value={draft.account ?? ALL}
          options={accountOptions}
          onChange={(account) => onEdit({ ...draft, account: account === ALL ? null : account })}
        />
      </div>
      {isFall && <p class="hint">{i18n.t('condition_fall_hint')}</p>}
      <FieldErrorText id={`${id}-limit`} error={errors.limit ? i18n.t('condition_wrong_limit') : undefined} />
      <FieldErrorText id={`${id}-hours`} error={errors.hours ? hoursError : undefined} />
      <div class="row">
        <button type="submit" class="primary">
          {i18n.t('condition_add')}
        </button>
        <button type="button" class="plain" onClick={onCancel}>
          {i18n.t('cancel')}
        </button>
      </div>
    </form>
  );
}
