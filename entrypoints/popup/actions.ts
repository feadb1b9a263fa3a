import { openOptions } from '../../lib/browser/api/lifecycle.ts';
import { sendCommand } from '../../lib/browser/api/send-command.ts';
import * as items from '../../lib/browser/storage/items.ts';
import { update } from '../../lib/browser/storage/store.ts';
import type { AccountId } from '../../lib/domain/account/account.ts';
import type { State } from './state.ts';

/** Where the view is: in the popup, beside the web page (`panel`), or in a `window` of its own. */
export const VIEW = document.documentElement.dataset.view ?? 'popup';

/** Polls because the user wants it, who is then shown how that goes. */
export function requestRefresh({ refreshRequestedAt }: Pick<State, 'refreshRequestedAt'>): void {
  refreshRequestedAt.value = Date.now();
  void sendCommand({ type: 'refresh' });
}

/** Shows or hides all amounts, everywhere. */
export function toggleAmounts(): void {
  void update(items.settings, (settings) => ({ ...settings, hideAmounts: !settings.hideAmounts }));
}

/** Folds or unfolds the groups of accounts. */
export function fold(accounts: readonly AccountId[], foldedAccounts: boolean): void {
  void update(items.foldedAccounts, (all) => [
    ...all.filter((id) => !accounts.includes(id)),
    ...(foldedAccounts ? accounts : []),
  ]);
}

/** Shows sample data in the place of accounts, or no longer. */
export function setShowcase(wanted: boolean): void {
  void update(items.sampleData, () => wanted);
}

/** Opens the settings in a tab. */
export async function openSettings(): Promise<void> {
  await openOptions();
  closePopup();
}

/** Closes the view where it is the popup, which has sent the user elsewhere; the other views stay. */
export function closePopup(): void {
  if (VIEW === 'popup') window.close();
}
