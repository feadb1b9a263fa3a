import { useLayoutEffect, useRef } from 'preact/hooks';
import { ConditionForm } from '../../../components/alert/condition-form.tsx';
import { Group } from '../../../components/ui/group.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import * as stored from '../../../lib/browser/storage/alert-items.ts';
import { type Condition, MAX_CONDITIONS } from '../../../lib/domain/alert/condition.ts';
import { formatCondition } from '../../../lib/domain/alert/condition-text.ts';
import { measureGap } from '../../../lib/domain/alert/condition-value.ts';
import { gapText } from '../../../lib/domain/alert/gap-text.ts';
import { formatCount } from '../../../lib/domain/i18n/format.ts';
import { buildCards } from '../../../lib/domain/portfolio/card.ts';
import type { State } from '../state/state.ts';
import { useConditionDraft } from './use-condition-draft.ts';

type Props = { readonly state: State; readonly conditions: readonly Condition[] };

/** The user's own conditions. Each is saved when it is added or removed. */
export function Conditions({ state, conditions }: Props) {
  const i18n = useI18n();
  const { draft, errors, isOpen, open, edit, close, submit } = useConditionDraft(state);
  const panel = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  // The focused button disappears when the form opens, and the form's when it closes.
  useLayoutEffect(() => {
    const target = isOpen ? 'form select' : '.new';
    if (wasOpen.current !== isOpen) panel.current?.querySelector<HTMLElement>(target)?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
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
  const remove = (removed: Condition) =>
    state.saver.saveTo(stored.alertSettings)((known) => ({
      conditions: known.conditions.filter(({ id }) => id !== removed.id),
    }));
  const isFull = conditions.length >= MAX_CONDITIONS;
  return (
    <Group title={i18n.t('conditions')}>
      <div ref={panel} class="panel">
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
                onClick={() => void remove(condition)}
              >
                {i18n.t('remove')}
              </button>
            </li>
          ))}
        </ul>
        {isOpen && !isFull && (
          <ConditionForm
            draft={draft}
            errors={errors}
            accounts={accounts}
            onEdit={edit}
            onSubmit={() => void submit()}
            onCancel={close}
          />
        )}
        {isFull && <p class="hint">{i18n.t('condition_full', formatCount(MAX_CONDITIONS, i18n))}</p>}
        {!isOpen && !isFull && (
          <button type="button" class="plain new" onClick={open}>
            {i18n.t('condition_new')}
          </button>
        )}
      </div>
    </Group>
  );
}
