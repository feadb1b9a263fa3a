import { type AccountDraft, MAX_LABEL_LENGTH, type SecretField } from '../../lib/domain/account/account-draft.ts';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import type { FormField } from '../../lib/domain/view/check-failure-text.ts';
import { CheckField } from '../ui/check-field.tsx';
import { useI18n } from '../ui/i18n.ts';
import { TextField } from '../ui/text-field.tsx';
import { FlipButton } from './account-actions.tsx';
import { ProductTypeField } from './product-type-field.tsx';

export type AccountFieldsProps = {
  readonly draft: AccountDraft;
  /** The last characters of the stored API key; null for a new account. */
  readonly hint: string | null;
  readonly checking: boolean;
  readonly wrong: { readonly field: FormField; readonly text: string } | null;
  onEdit(draft: AccountDraft): void;
  /** Switches demo trading and sends the form. */
  onFlip(): void;
};

/** The fields of the account form, in the order in which Bitget shows them. */
export function AccountFields({ draft, hint, checking, wrong, onEdit, onFlip }: AccountFieldsProps) {
  const i18n = useI18n();
  const errorOf = (field: string) => (wrong?.field === field ? wrong.text : undefined);
  const keep = hint === null ? undefined : i18n.t('keep_stored');
  return (
    <>
      <TextField
        name="label"
        label={i18n.t('label')}
        value={draft.label}
        hint={i18n.t('label_hint')}
        longest={MAX_LABEL_LENGTH}
        onInput={(label) => onEdit({ ...draft, label })}
      />
      {SECRETS.map(({ name, label, secret, about }) => (
        <TextField
          key={name}
          name={name}
          label={i18n.t(label)}
          secret={secret}
          value={draft[name]}
          hint={about && i18n.t(about)}
          error={errorOf(name)}
          placeholder={keep}
          onInput={(value) => onEdit({ ...draft, [name]: value })}
        />
      ))}
      <CheckField
        name="demo"
        label={i18n.t('demo_key')}
        hint={i18n.t('demo_key_hint')}
        checked={draft.demo}
        error={errorOf('demo')}
        onChange={(demo) => onEdit({ ...draft, demo })}
      >
        {wrong?.field === 'demo' && <FlipButton demo={draft.demo} busy={checking} onFlip={onFlip} />}
      </CheckField>
      <ProductTypeField
        chosen={draft.products}
        error={errorOf('products')}
        onChange={(products) => onEdit({ ...draft, products })}
      />
    </>
  );
}

type Secret = {
  readonly name: SecretField;
  readonly label: MessageKey;
  readonly secret: boolean;
  readonly about?: MessageKey;
};

const SECRETS: readonly Secret[] = [
  { name: 'apiKey', label: 'api_key', secret: false },
  { name: 'secret', label: 'secret_key', secret: true },
  { name: 'passphrase', label: 'passphrase', secret: true, about: 'passphrase_hint' },
];
