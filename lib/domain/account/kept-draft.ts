import type { AccountId } from './account.ts';
import { type AccountDraft, MAX_LABEL_LENGTH } from './account-draft.ts';
import { isProductType } from './product-type.ts';

/** The texts of a typed account that survive a reload of the page: all but the key, secret and passphrase. */
type KeptDraft = { readonly label: string; readonly demo: string; readonly products: string };

/** Leaves the credentials out of a draft. */
export function stripCredentials({ label, demo, products }: AccountDraft): KeptDraft {
  return { label, demo: String(demo), products: products.join() };
}

/** Returns what was kept as a draft with empty credentials, or null if it is none. */
export function restoreDraft(id: AccountId | null, kept: Partial<KeptDraft>): AccountDraft | null {
  const { label, demo, products } = kept;
  if (label === undefined || demo === undefined || products === undefined) return null;
  return {
    id,
    label: label.slice(0, MAX_LABEL_LENGTH),
    demo: demo === 'true',
    products: products.split(',').filter(isProductType),
    confirmed: false,
    apiKey: '',
    secret: '',
    passphrase: '',
  };
}
