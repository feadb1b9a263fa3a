import type { Failure } from '../core/failure.ts';
import { sanitizeText } from '../core/sanitize.ts';
import type { AccountId } from './account.ts';
import type { KeyWarning } from './key-warning.ts';
import { isProductType, type ProductType } from './product-type.ts';

/** The form fields that hold a credential. */
export const SECRET_FIELDS = ['apiKey', 'secret', 'passphrase'] as const;
export type SecretField = (typeof SECRET_FIELDS)[number];

/** The form as the user typed it. In an edit, an empty credential keeps the stored one. */
export type AccountDraft = {
  readonly id: AccountId | null;
  readonly label: string;
  readonly demo: boolean;
  readonly products: readonly ProductType[];
  /** The user has read the warning about this key and keeps it anyway. */
  readonly confirmed: boolean;
} & Readonly<Record<SecretField, string>>;

/**
 * Input errors that need no request to Bitget. `retype`: the vault's mode changed during the check, and code cannot read
 * the stored secret.
 */
export type FieldError = {
  readonly kind: 'field';
  readonly field: SecretField | 'products';
  readonly problem: 'empty' | 'spaces' | 'pem' | 'characters' | 'long' | 'none' | 'retype';
};

/** The result of a check. The background deletes old results by `at`. */
export type CheckOutcome = { readonly at: number } & (
  | { readonly ok: true; readonly account: AccountId }
  | { readonly ok: false; readonly failure: Failure | FieldError | KeyWarning }
);

export const MAX_LABEL_LENGTH = 40;
const MAX_FIELD_LENGTH = 512;
const SENDABLE = /^[\x20-\x7e]*$/;

/** Trims pasted whitespace and line breaks, and sanitizes the label. */
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

/**
 * Returns the first error of a normalized draft, or null. API key and passphrase travel as headers: printable ASCII
 * only.
 */
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
