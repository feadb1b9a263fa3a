import { signal } from '@preact/signals';
import { ignoreUnusableStorage } from '../../lib/browser/storage/store.ts';
import { changeHideAmounts } from '../../lib/browser/storage/unsaved-hide-amounts.ts';

/** Neither the disk nor memory took the last change, so the amounts stay as they were. */
export const isToggleLost = signal(false);

/** Shows or hides all amounts, everywhere. */
export async function toggleAmounts(): Promise<void> {
  try {
    await changeHideAmounts(({ hideAmounts }) => !hideAmounts);
    isToggleLost.value = false;
  } catch (error) {
    ignoreUnusableStorage(error);
    isToggleLost.value = true;
  }
}
