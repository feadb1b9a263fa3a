import * as items from '../browser/items.ts';
import { load } from '../browser/store.ts';
import { forgetOthers } from '../vault/vault.ts';

/** Held while credentials and the account that they belong to are written, one after the other. */
export const BELONGINGS = 'belongings';

/** Forgets credentials without an account: the storage was wiped, or a saving was cut short. */
export async function sweep(): Promise<void> {
  await navigator.locks.request(BELONGINGS, async () => {
    const accounts = await load(items.accounts).catch(() => null);
    // A list that cannot be read says nothing about whose credentials are still wanted.
    if (accounts && 'value' in accounts) await forgetOthers(accounts.value.map(({ id }) => id));
  });
}
