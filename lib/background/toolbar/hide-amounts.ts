import { ignoreUnusableStorage } from '../../browser/storage/store.ts';
import { changeHideAmounts } from '../../browser/storage/unsaved-hide-amounts.ts';

export async function toggleAmounts(): Promise<void> {
  await changeHideAmounts(({ hideAmounts }) => !hideAmounts).catch(ignoreUnusableStorage);
}

/** Hides amounts at browser start if the user chose so. */
export async function hideOnStart(): Promise<void> {
  await changeHideAmounts(({ hideAmounts, hideOnStart: isWished }) => hideAmounts || isWished).catch(
    ignoreUnusableStorage,
  );
}
