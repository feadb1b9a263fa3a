import { useLayoutEffect, useRef } from 'preact/hooks';
import { useI18n } from '../ui/i18n.ts';
import { AccountFields, type AccountFieldsProps } from './account-fields.tsx';

type Props = AccountFieldsProps & {
  /** The form's accessible name. */
  readonly name: string;
  onSubmit(): void;
  onCancel?: (() => void) | undefined;
  /** Closes the form on Escape. Passed only while there is no typed text to lose. */
  onEscape?: (() => void) | undefined;
};

/** The form that connects or edits an account. The page holds the typed values, so they survive a failed check. */
export function AccountForm(props: Props) {
  const { name, draft, keySuffix, checking, wrong, onEdit, onSubmit, onToggleDemo, onCancel, onEscape } = props;
  const i18n = useI18n();
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (!wrong) return;
    const input = form.current?.querySelector<HTMLInputElement>(`[name="${wrong.field}"]`);
    input?.focus();
    // A paste then replaces the wrong value, which may be hidden.
    input?.select();
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
      <AccountFields
        draft={draft}
        keySuffix={keySuffix}
        checking={checking}
        wrong={wrong}
        onEdit={onEdit}
        onToggleDemo={onToggleDemo}
      />
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
