import { isEither, isFlag, isListOf, isNull, isShape, isText } from '../core/guards.ts';
import { type AccountDraft, MAX_LABEL_LENGTH } from './account-draft.ts';
import { isProductType, type ProductType } from './product-type.ts';

/** What a reload of the page keeps of a typed account: everything but the key, secret and passphrase. */
type KeptDraft = Pick<AccountDraft, 'id' | 'label' | 'demo' | 'products'>;

const isKeptDraft = isShape<KeptDraft>({
  id: isEither(isText, isNull),
  label: isText,
  demo: isFlag,
  products: isListOf((value): value is ProductType => isProductType(value)),
});

/** Leaves the credentials out of a draft. */
export function stripCredentials({ id, label, demo, products }: AccountDraft): KeptDraft {
  return { id, label: label.slice(0, MAX_LABEL_LENGTH), demo, products };
}

/** Returns what was kept as a draft with empty credentials, or null if it is none. */
export function restoreDraft(kept: unknown): AccountDraft | null {
  if (!isKeptDraft(kept)) return null;
  return { ...stripCredentials({ ...kept, ...NOT_KEPT }), ...NOT_KEPT };
}

const NOT_KEPT = { confirmed: false, apiKey: '', secret: '', passphrase: '' };
