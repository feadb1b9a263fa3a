import { useComputed, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { AccountForm } from '../../../components/account/account-form.tsx';
import { KeyWarningBox } from '../../../components/account/key-warning.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import type { Account } from '../../../lib/domain/account/account.ts';
import { type AccountDraft, normalizeDraft, validateDraft } from '../../../lib/domain/account/account-draft.ts';
import { USUAL_PRODUCT_TYPES } from '../../../lib/domain/account/product-type.ts';
import { describeCheckError, fieldForFailure } from '../../../lib/domain/troubleshooting/check-failure-text.ts';
import { dropKeptDraft, keepDraft, readKeptDraft } from '../state/kept-draft.ts';
import type { AccountChecker } from './use-check.ts';

type Props = {
  /** The account to edit; null for a new one. */
  readonly account: Account | null;
  /** The label to use if the user types none. */
  readonly suggestion: string;
  readonly checker: AccountChecker;
  onSaved?: (() => void) | undefined;
  onCancel?: (() => void) | undefined;
};

/** The account form with its flow: normalize, validate, let the background check, clear on success. */
export function AccountEditor({ account, suggestion, checker: { check, run, drop }, onSaved, onCancel }: Props) {
  const i18n = useI18n();
  const typed = useSignal<AccountDraft | null>(readKeptDraft(account?.id ?? null));
  const form = useRef<HTMLDivElement>(null);
  const draft = typed.value ?? buildDraft(account, suggestion);
  const wrong = useComputed(() => {
    if (check.value.state !== 'bad') return null;
    const { failure } = check.value;
    const field = fieldForFailure(failure);
    const { title, advice } = describeCheckError(failure, i18n);
    return field && { field, text: `${title} ${advice}`.trim() };
  });
  const submit = (draftToSubmit: AccountDraft) => {
    const normalized = normalizeDraft(draftToSubmit);
    const completed = { ...normalized, label: normalized.label || suggestion };
    const problem = validateDraft(completed);
    if (problem) {
      check.value = { state: 'bad', failure: problem };
      return;
    }
    const submitted = typed.peek();
    void run(
      (request) => ({ type: 'save', request, draft: completed }),
      () => {
        // Values typed during the check are not saved yet.
        if (typed.peek() !== submitted) return;
        clear();
        onSaved?.();
      },
    );
  };
  const clear = () => {
    typed.value = null;
    dropKeptDraft(account?.id ?? null);
  };
  const cancel =
    onCancel &&
    (() => {
      clear();
      onCancel();
    });
  const edit = (next: AccountDraft) => {
    typed.value = next;
    keepDraft(next);
    // The warning is about the previous values.
    if (check.value.state === 'warning') drop();
  };
  const toggleDemo = () => {
    typed.value = { ...draft, demo: !draft.demo };
    submit(typed.value);
  };
  return (
    <div ref={form}>
      <AccountForm
        name={account ? i18n.t('edit_account', account.label) : i18n.t('add_account')}
        draft={draft}
        keySuffix={account?.hint || null}
        checking={check.value.state === 'checking'}
        wrong={wrong.value}
        onEdit={edit}
        onSubmit={() => submit(draft)}
        onToggleDemo={toggleDemo}
        onCancel={cancel}
        onEscape={typed.value ? undefined : cancel}
      />
      {check.value.state === 'warning' && (
        <KeyWarningBox
          warning={check.value.warning}
          onConfirm={() => submit({ ...draft, confirmed: true })}
          onDiscard={() => {
            // The focused button disappears with the warning.
            form.current?.querySelector<HTMLElement>('[name="apiKey"]')?.focus();
            drop();
          }}
        />
      )}
    </div>
  );
}

function buildDraft(account: Account | null, label: string): AccountDraft {
  const empty = { confirmed: false, apiKey: '', secret: '', passphrase: '' };
  if (!account) return { id: null, label, demo: false, products: USUAL_PRODUCT_TYPES, ...empty };
  const { id, demo, products } = account;
  return { id, label: account.label, demo, products, ...empty };
}
