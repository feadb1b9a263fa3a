import { browser } from 'wxt/browser';
import { StoreError } from './store.ts';

/** Removes every value of both storage areas, also those that are damaged or of a later version. */
export async function eraseStorage(): Promise<void> {
  try {
    await browser.storage.session.clear();
    // Last, and in one call: pages take a missing list of accounts as the end.
    await browser.storage.local.clear();
  } catch (error) {
    throw new StoreError('storage', 'unavailable', error);
  }
}
