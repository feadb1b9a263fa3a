import * as items from '../../browser/storage/items.ts';
import { update } from '../../browser/storage/store.ts';
import { withAccountsLock } from '../../browser/sync/locks.ts';
import type { AccountId } from '../../domain/account/account.ts';
import type { ProductType } from '../../domain/account/product-type.ts';
import { keepProduct, stopWatching } from '../../domain/account/watched-products.ts';

/**
 * Stops watching a product type of an account, or keeps it although Bitget no longer offers it. The revision stays,
 * because the key and the figures of the other product types stay.
 */
export async function watchProduct(id: AccountId, product: ProductType, isWatched: boolean): Promise<void> {
  const change = isWatched ? keepProduct : stopWatching;
  await withAccountsLock(() =>
    update(items.accounts, (all) => all.map((each) => (each.id === id ? change(each, product) : each))),
  );
}
