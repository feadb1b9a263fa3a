import { sendCommand } from '../../lib/browser/api/send-command.ts';
import { openOptions } from '../../lib/browser/api/settings-page.ts';
import * as items from '../../lib/browser/storage/items.ts';
import { update } from '../../lib/browser/storage/store.ts';
import type { AccountId } from '../../lib/domain/account/account.ts';
import type { RetiredProduct } from '../../lib/domain/portfolio/retired-products.ts';
import type { ListOrder } from '../../lib/domain/settings/settings.ts';
import type { SettingsPlace } from '../../lib/domain/troubleshooting/settings-link.ts';
import type { State } from './state.ts';

/** The place of the view: `popup`, the side panel (`panel`) or a separate `window`. */
export const VIEW = document.documentElement.dataset.view ?? 'popup';

/** Requests a manual poll, and shows its progress. */
export function requestRefresh({ refreshRequest, viewModel }: Pick<State, 'refreshRequest' | 'viewModel'>): void {
  const view = viewModel.value;
  const lastEnd = view.state === 'ready' ? view.polledAt : null;
  refreshRequest.value = { at: Date.now(), lastEnd, mark: performance.now() };
  void sendCommand({ type: 'refresh' });
}

/** Stops monitoring a product type of an account, or keeps it. */
export function monitorProduct({ account, product }: RetiredProduct, isMonitored: boolean): void {
  void sendCommand({ type: 'monitor', account: account.id, product, isMonitored });
}

/** Unfolds or folds the margin accounts of an account in a long list. */
export function unfoldAccount(account: AccountId, isUnfolded: boolean): void {
  void update(items.unfoldedAccounts, (all) => [
    ...all.filter((id) => id !== account),
    ...(isUnfolded ? [account] : []),
  ]);
}

/** Sorts the calm margin accounts. */
export function setListOrder(listOrder: ListOrder): void {
  void update(items.settings, (settings) => ({ ...settings, listOrder }));
}

/** Shows or removes sample data. */
export function setSampleData(isShown: boolean): void {
  void update(items.sampleData, () => isShown);
}

/** Opens the settings in a tab, at a place if one is given. */
export async function openSettings(place?: SettingsPlace): Promise<void> {
  await openOptions(place);
  closePopup();
}

/** Closes the view if it is the popup. The other views stay open. */
export function closePopup(): void {
  if (VIEW === 'popup') window.close();
}
