import { useSignal } from '@preact/signals';
import { keepTypedTexts, readTypedTexts } from '../../../lib/browser/page/session-drafts.ts';
import * as stored from '../../../lib/browser/storage/alert-items.ts';
import { CONDITION_KINDS } from '../../../lib/domain/alert/condition.ts';
import {
  type ConditionDraft,
  NEW_CONDITION,
  NO_CONDITION_ERRORS,
  parseConditionDraft,
} from '../../../lib/domain/alert/condition-draft.ts';
import type { State } from '../state/state.ts';

const NAME = 'condition';
const ALL = '';

/** The form that adds a condition. It and what was typed in it survive a reload. */
export function useConditionDraft(state: State) {
  const kept = readKeptDraft(state);
  const draft = useSignal(kept ?? NEW_CONDITION);
  const isOpen = useSignal(kept !== null);
  const errors = useSignal(NO_CONDITION_ERRORS);
  const edit = (next: ConditionDraft) => {
    draft.value = next;
    keepTypedTexts(NAME, { ...next, account: next.account ?? ALL });
  };
  const close = () => {
    isOpen.value = false;
    draft.value = NEW_CONDITION;
    errors.value = NO_CONDITION_ERRORS;
    keepTypedTexts(NAME, {});
  };
  const submit = async () => {
    const submitted = draft.value;
    const parsed = parseConditionDraft(submitted, crypto.randomUUID());
    errors.value = parsed.ok ? NO_CONDITION_ERRORS : parsed.failure;
    if (!parsed.ok) return;
    const save = state.saver.saveTo(stored.alertSettings);
    const isAdded = await save(({ conditions }) => ({ conditions: [...conditions, parsed.value] }));
    if (isAdded && draft.peek() === submitted) close();
  };
  const open = () => {
    isOpen.value = true;
  };
  return { draft: draft.value, errors: errors.value, isOpen: isOpen.value, open, edit, close, submit };
}

function readKeptDraft(state: State): ConditionDraft | null {
  const { kind, account, limit, hours } = readTypedTexts(NAME);
  const knownKind = CONDITION_KINDS.find((each) => each === kind);
  if (knownKind === undefined || limit === undefined || hours === undefined) return null;
  const known = state.portfolio.peek().accounts.find(({ id }) => id === account);
  return { kind: knownKind, account: known?.id ?? null, limit, hours };
}
