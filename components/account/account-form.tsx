import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AccountDraft } from '../../lib/domain/account/account-draft.ts';
import type { FormField } from '../../lib/domain/view/check-failure-text.ts';
import { useI18n } from '../ui/i18n.ts';
import { AccountFields } from './account-fields.tsx';

export type AccountFormProps = {
  /** The form's accessible name. */
  readonly name: string;
  readonly draft: AccountDraft;
  /** What is kept where a credential is left empty; null for a new account. */
  readonly hint: string | null;
  readonly checking: boolean;
  readonly wrong: { readonly field: FormField; readonly text: string } | null;
  onEdit(draft: AccountDraft): void;
  onSubmit(): void;
  /** The other choice of demo trading, sent at once. */
  onFlip(): void;
  onCancel?: (() => void) | undefined;
  /** Closed by Escape: nothing has been typed that would be lost. */
  onEscape?: (() => void) | undefined;
};

/** What it takes to connect an account. It holds nothing itself: what was typed is the page's, and survives a failure. */
export function AccountForm(props: AccountFormProps) {
  const { name, draft, hint, checking, wrong, onEdit, onSubmit, onFlip, onCancel, onEscape } = props;
  const i18n = useI18n();
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (wrong) form.current?.querySelector<HTMLElement>(`[name="${wrong.field}"]`)?.focus();
  }, [wrong]);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!checking) onSubmit();
  };
  return (
    <form
      ref={form}
      class="account"
      aria-label={name}
      noValidate
      autocomplete="off"
      onSubmit={submit}
      onKeyDown={({ key }) => key === 'Escape' && onEscape?.()}
    >
      <AccountFields draft={draft} hint={hint} checking={checking} wrong={wrong} onEdit={onEdit} onFlip={onFlip} />
      <div class="send">
        <button type="submit" class="primary" aria-disabled={checking || undefined}>
          {i18n.t(checking ? 'checking' : 'check_and_save')}
        </button>
        {onCancel && (
          <button type="button" class="plain" onClick={onCancel}>
            {i18n.t('cancel')}
          </button>
        )}
        <p class="hint">{i18n.t('consent')}</p>
        <span class="unseen" aria-live="polite">
          {checking && i18n.t('checking')}
        </span>
      </div>
    </form>
  );
}
