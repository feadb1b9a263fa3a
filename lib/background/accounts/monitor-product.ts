import * as items from '../../browser/storage/items.ts';
import { update } from '../../browser/storage/store.ts';
import { withAccountsLock } from '../../browser/sync/locks.ts';
import type { AccountId } from '../../domain/account/account.ts';
import { keepMonitoring, stopMonitoring } from '../../domain/account/monitored-products.ts';
import type { ProductType } from '../../domain/account/product-type.ts';

/**
 * Stops monitoring a product type of an account, or keeps it although Bitget no longer offers it. The revision stays,
 * because the key and the figures of the other product types stay.
 */
export async function monitorProduct(id: AccountId, product: ProductType, isMonitored: boolean): Promise<void> {
  const change = isMonitored ? keepMonitoring : stopMonitoring;
  await withAccountsLock(() =>
    update(items.accounts, (all) => all.map((each) => (each.id === id ? change(each, product) : each))),
  );
}
