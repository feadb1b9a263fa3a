import type { Failure } from '../core/failure.ts';
import { sanitizeText } from '../core/sanitize.ts';
import type { AccountId } from './account.ts';
import type { KeyWarning } from './key-warning.ts';
import { isProductType, type ProductType } from './product-type.ts';

/** The fields of the options page's form that hold a credential. */
export const SECRET_FIELDS = ['apiKey', 'secret', 'passphrase'] as const;
export type SecretField = (typeof SECRET_FIELDS)[number];

/** What the user typed. In an edit an empty credential means: keep the one that is stored. */
export type AccountDraft = {
  readonly id: AccountId | null;
  readonly label: string;
  readonly demo: boolean;
  readonly products: readonly ProductType[];
  /** The user has read the concern about this key and wants it kept all the same. */
  readonly confirmed: boolean;
} & Readonly<Record<SecretField, string>>;

/** What can be told wrong without asking Bitget. */
export type FieldError = {
  readonly kind: 'field';
  readonly field: SecretField | 'products';
  readonly problem: 'empty' | 'spaces' | 'pem' | 'characters' | 'long' | 'none';
};

/** How a check ended; `at` lets old ones be thrown away. */
export type CheckOutcome = { readonly at: number } & (
  | { readonly ok: true; readonly account: AccountId }
  | { readonly ok: false; readonly failure: Failure | FieldError | KeyWarning }
);

export const MAX_LABEL_LENGTH = 40;
const MAX_FIELD_LENGTH = 512;
const SENDABLE = /^[\x20-\x7e]*$/;

/** The draft with pasted spaces and line ends taken off; the label made plain text. */
export function normalizeDraft(draft: AccountDraft): AccountDraft {
  return {
    ...draft,
    label: sanitizeText(draft.label, MAX_LABEL_LENGTH),
    products: draft.products.filter(isProductType),
    apiKey: draft.apiKey.trim(),
    secret: draft.secret.trim(),
    passphrase: draft.passphrase.trim(),
  };
}

/** The first thing wrong with a tidied draft, or null. API key and passphrase travel as headers: printable ASCII only. */
export function validateDraft(draft: AccountDraft): FieldError | null {
  const wrong = (field: FieldError['field'], problem: FieldError['problem']): FieldError => ({
    kind: 'field',
    field,
    problem,
  });
  if (/-----BEGIN [A-Z ]*KEY-----/.test(draft.secret)) return wrong('secret', 'pem');
  for (const field of SECRET_FIELDS) {
    const value = draft[field];
    if (value === '' && draft.id === null) return wrong(field, 'empty');
    if (value.length > MAX_FIELD_LENGTH) return wrong(field, 'long');
    if (field !== 'passphrase' && /\s/.test(value)) return wrong(field, 'spaces');
    if (field !== 'secret' && !SENDABLE.test(value)) return wrong(field, 'characters');
  }
  return draft.products.length === 0 ? wrong('products', 'none') : null;
}
