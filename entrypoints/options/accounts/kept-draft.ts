import { keepTypedTexts, readTypedTexts } from '../../../lib/browser/page/session-drafts.ts';
import type { AccountId } from '../../../lib/domain/account/account.ts';
import type { AccountDraft } from '../../../lib/domain/account/account-draft.ts';
import { PRODUCT_TYPES } from '../../../lib/domain/account/product-type.ts';

/** Keeps what was typed into the account form for a reload of the page, except the key. */
export function keepAccountDraft(id: AccountId | null, draft: AccountDraft | null): void {
  const { label, demo, products } = draft ?? {};
  keepTypedTexts(buildName(id), draft ? { label: label ?? '', demo: String(demo), products: String(products) } : {});
}

/** Returns what was typed before a reload; null if there is nothing. */
export function readKeptAccountDraft(id: AccountId | null): Pick<AccountDraft, 'label' | 'demo' | 'products'> | null {
  const { label, demo, products } = readTypedTexts(buildName(id));
  if (label === undefined) return null;
  const names = products?.split(',') ?? [];
  return { label, demo: demo === 'true', products: PRODUCT_TYPES.filter((each) => names.includes(each)) };
}

function buildName(id: AccountId | null): string {
  return `account/${id ?? ''}`;
}
