import { type AccountDraft, MAX_LABEL_LENGTH, type SecretField } from '../../lib/domain/account/account-draft.ts';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import type { FormField } from '../../lib/domain/view/check-failure-text.ts';
import { CheckField } from '../ui/check-field.tsx';
import { useI18n } from '../ui/i18n.ts';
import { TextField } from '../ui/text-field.tsx';
import { ToggleDemoButton } from './account-actions.tsx';
import { ProductTypeField } from './product-type-field.tsx';

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

/** The fields of the account form, in the order in which Bitget shows them. */
export function AccountFields({ draft, keySuffix, checking, wrong, onEdit, onToggleDemo }: AccountFieldsProps) {
  const i18n = useI18n();
  const getError = (field: string) => (wrong?.field === field ? wrong.text : undefined);
  const placeholder = keySuffix === null ? undefined : i18n.t('keep_stored');
  return (
    <>
      <TextField
        name="label"
        label={i18n.t('label')}
        value={draft.label}
        hint={i18n.t('label_hint')}
        maxLength={MAX_LABEL_LENGTH}
        onInput={(label) => onEdit({ ...draft, label })}
      />
      {CREDENTIAL_FIELDS.map(({ name, label, secret, hint }) => (
        <TextField
          key={name}
          name={name}
          label={i18n.t(label)}
          secret={secret}
          value={draft[name]}
          hint={hint && i18n.t(hint)}
          error={getError(name)}
          placeholder={placeholder}
          onInput={(value) => onEdit({ ...draft, [name]: value })}
        />
      ))}
      <CheckField
        name="demo"
        label={i18n.t('demo_key')}
        hint={i18n.t('demo_key_hint')}
        checked={draft.demo}
        error={getError('demo')}
        onChange={(demo) => onEdit({ ...draft, demo })}
      >
        {wrong?.field === 'demo' && <ToggleDemoButton demo={draft.demo} busy={checking} onToggleDemo={onToggleDemo} />}
      </CheckField>
      <ProductTypeField
        chosen={draft.products}
        error={getError('products')}
        onChange={(products) => onEdit({ ...draft, products })}
      />
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
