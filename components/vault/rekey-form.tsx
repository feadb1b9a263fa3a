import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Account, AccountId } from '../../lib/domain/account/account.ts';
import { formatCount } from '../../lib/domain/i18n/format.ts';
import { MIN_PASSWORD_LENGTH, type VaultMode } from '../../lib/domain/vault/lock.ts';
import type { RekeyDraft } from '../../lib/domain/vault/rekey.ts';
import { CheckField } from '../form/check-field.tsx';
import { TextField } from '../form/text-field.tsx';
import { useI18n } from '../ui/i18n.ts';
import { Notice } from '../ui/notice.tsx';

/** A field that needs a correction. An account id stands for that account's secret key. */
export type RekeyField = 'current' | 'password' | 'again' | AccountId;

type Props = {
  readonly used: VaultMode;
  /** The accounts that have a key. */
  readonly accounts: readonly Account[];
  readonly draft: RekeyDraft;
  readonly busy: boolean;
  readonly wrong: { readonly field: RekeyField; readonly text: string } | null;
  onEdit(draft: RekeyDraft): void;
  onSubmit(): void;
  onCancel(): void;
  /** A confirmation that replaces the buttons. */
  readonly children?: ComponentChildren;
};

/** The form that changes how keys are stored, with a warning about what the change cannot undo. */
export function RekeyForm({ used, accounts, draft, busy, wrong, onEdit, onSubmit, onCancel, children }: Props) {
  const i18n = useI18n();
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (wrong?.field) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [wrong?.field]);
  const renderPassword = (name: 'current' | 'password' | 'again', label: string, hint?: string) => (
    <TextField
      secret
      name={name}
      label={label}
      hint={hint}
      value={draft[name]}
      error={wrong?.field === name ? wrong.text : undefined}
      onInput={(value) => onEdit({ ...draft, [name]: value })}
    />
  );
  return (
    <form
      ref={form}
      aria-label={i18n.t('keep_form')}
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      {used === 'password' && (
        <>
          {!draft.forgot && renderPassword('current', i18n.t('keep_current'))}
          <CheckField
            label={i18n.t('keep_forgot')}
            hint={i18n.t('keep_forgot_hint')}
            checked={draft.forgot}
            onChange={(forgot) => onEdit({ ...draft, forgot, current: '' })}
          />
        </>
      )}
      {draft.mode === 'password' && (
        <>
          {renderPassword(
            'password',
            i18n.t('keep_new'),
            i18n.t('keep_new_hint', formatCount(MIN_PASSWORD_LENGTH, i18n)),
          )}
          {renderPassword('again', i18n.t('keep_again'))}
        </>
      )}
      {draft.mode === 'device' && <p class="hint">{i18n.t('keep_to_device')}</p>}
      {used === 'device' && accounts.length > 0 && (
        <>
          <Notice tone="caution" title={i18n.t('keep_scrub')} advice={i18n.t('keep_scrub_advice')} />
          <p>{i18n.t('keep_take')}</p>
          {accounts.map(({ id, label }) => (
            <TextField
              key={id}
              secret
              name={id}
              label={i18n.t('keep_secret_of', label)}
              value={draft.secrets[id] ?? ''}
              error={wrong?.field === id ? wrong.text : undefined}
              onInput={(value) => onEdit({ ...draft, secrets: { ...draft.secrets, [id]: value } })}
            />
          ))}
        </>
      )}
      {children || (
        <div class="row">
          <button type="submit" class="primary" aria-disabled={busy || undefined}>
            {i18n.t(busy ? 'keep_changing' : 'keep_change')}
          </button>
          <button type="button" class="plain" onClick={onCancel}>
            {i18n.t('cancel')}
          </button>
        </div>
      )}
    </form>
  );
}
