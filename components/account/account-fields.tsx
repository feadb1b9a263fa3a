import { type AccountDraft, MAX_LABEL_LENGTH, type SecretField } from '../../lib/domain/account/account-draft.ts';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import type { FormField } from '../../lib/domain/troubleshooting/check-failure-text.ts';
import { TextField } from '../form/text-field.tsx';
import { useI18n } from '../ui/i18n.ts';
import { AdvancedFields } from './advanced-fields.tsx';

export type AccountFieldsProps = {
  readonly draft: AccountDraft;
  /** The last characters of the stored API key; null for a new account. */
  readonly keySuffix: string | null;
  readonly checking: boolean;
  readonly wrong: { readonly field: FormField; readonly text: string } | null;
  onEdit(draft: AccountDraft): void;
  /** Switches demo trading and sends the form. */
  onToggleDemo(): void;
};

/** The fields of the account form: the key as Bitget shows it, then a name that has a default, then what few need. */
export function AccountFields({ draft, keySuffix, checking, wrong, onEdit, onToggleDemo }: AccountFieldsProps) {
  const i18n = useI18n();
  const placeholder = keySuffix === null ? undefined : i18n.t('keep_stored');
  return (
    <>
      {CREDENTIAL_FIELDS.map(({ name, label, secret, hint }) => {
        const error = wrong?.field === name ? wrong.text : undefined;
        return (
          <TextField
            key={name}
            name={name}
            label={i18n.t(label)}
            secret={secret}
            revealable={secret}
            value={draft[name]}
            // The error says what the hint does.
            hint={error === undefined && hint ? i18n.t(hint) : undefined}
            error={error}
            placeholder={placeholder}
            onInput={(value) => onEdit({ ...draft, [name]: value })}
          />
        );
      })}
      <TextField
        name="label"
        label={i18n.t('label')}
        value={draft.label}
        hint={i18n.t('label_hint')}
        maxLength={MAX_LABEL_LENGTH}
        onInput={(label) => onEdit({ ...draft, label })}
      />
      <AdvancedFields draft={draft} checking={checking} wrong={wrong} onEdit={onEdit} onToggleDemo={onToggleDemo} />
    </>
  );
}

type CredentialField = {
  readonly name: SecretField;
  readonly label: MessageKey;
  readonly secret: boolean;
  readonly hint?: MessageKey;
};

const CREDENTIAL_FIELDS: readonly CredentialField[] = [
  { name: 'apiKey', label: 'api_key', secret: false },
  { name: 'secret', label: 'secret_key', secret: true },
  { name: 'passphrase', label: 'passphrase', secret: true, hint: 'passphrase_hint' },
];
