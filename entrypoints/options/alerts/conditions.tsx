import { useSignal } from '@preact/signals';
import { ConditionForm } from '../../../components/alert/condition-form.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import type { AlertSettings } from '../../../lib/domain/alert/alert-settings.ts';
import { type Condition, MAX_CONDITIONS } from '../../../lib/domain/alert/condition.ts';
import { NEW_CONDITION, NO_CONDITION_ERRORS, parseConditionDraft } from '../../../lib/domain/alert/condition-draft.ts';
import { formatCondition } from '../../../lib/domain/alert/condition-text.ts';
import { measureGap } from '../../../lib/domain/alert/condition-value.ts';
import { gapText } from '../../../lib/domain/alert/gap-text.ts';
import { formatCount } from '../../../lib/domain/i18n/format.ts';
import { buildCards } from '../../../lib/domain/portfolio/card.ts';
import type { State } from '../state/state.ts';

type Props = {
  readonly state: State;
  readonly conditions: readonly Condition[];
  onSave(change: (known: AlertSettings) => AlertSettings): Promise<boolean>;
};

/** The user's custom conditions. Each is saved when it is added or removed. */
export function Conditions({ state, conditions, onSave }: Props) {
  const i18n = useI18n();
  const draft = useSignal(NEW_CONDITION);
  const errors = useSignal(NO_CONDITION_ERRORS);
  const { accounts, settings } = state.portfolio.value;
  const describe = ({ account, ...condition }: Condition) => {
    const label = account === null ? null : (accounts.find(({ id }) => id === account)?.label ?? '—');
    return formatCondition({ ...condition, label }, settings.hideAmounts, i18n);
  };
  const cards = buildCards(state.portfolio.value, state.now.value);
  const describeGap = (condition: Condition) => {
    const missing = measureGap(condition, state.portfolio.value, cards);
    return missing && gapText(missing, i18n);
  };
  const change = (updateList: (known: readonly Condition[]) => readonly Condition[]) =>
    onSave((known) => ({ ...known, conditions: updateList(known.conditions) }));
  const add = async () => {
    const submitted = draft.value;
    const parsed = parseConditionDraft(submitted, crypto.randomUUID());
    errors.value = parsed.ok ? NO_CONDITION_ERRORS : parsed.failure;
    const isAdded = parsed.ok && (await change((known) => [...known, parsed.value]));
    if (isAdded && draft.peek() === submitted) draft.value = NEW_CONDITION;
  };
  return (
    <div class="part">
      <h3>{i18n.t('conditions')}</h3>
      {conditions.length === 0 && <p class="quiet">{i18n.t('conditions_none')}</p>}
      <ul class="conditions">
        {conditions.map((condition) => (
          <li key={condition.id}>
            <span>
              {describe(condition)}
              <small class="hint">{describeGap(condition)}</small>
            </span>
            <button
              type="button"
              class="plain"
              aria-label={i18n.t('condition_remove', describe(condition))}
              onClick={() => void change((known) => known.filter(({ id }) => id !== condition.id))}
            >
              {i18n.t('remove')}
            </button>
          </li>
        ))}
      </ul>
      {conditions.length < MAX_CONDITIONS ? (
        <ConditionForm
          draft={draft.value}
          errors={errors.value}
          accounts={accounts}
          onEdit={(next) => {
            draft.value = next;
          }}
          onSubmit={() => void add()}
        />
      ) : (
        <p class="hint">{i18n.t('condition_full', formatCount(MAX_CONDITIONS, i18n))}</p>
      )}
    </div>
  );
}
