import * as items from '../../lib/browser/items.ts';
import { openOptions } from '../../lib/browser/lifecycle.ts';
import { send } from '../../lib/browser/messages.ts';
import { update } from '../../lib/browser/store.ts';

/** What the popup does besides showing. */
export function refresh(): void {
  void send({ type: 'refresh' });
}

/** Shows or hides all amounts, everywhere. */
export function toggleAmounts(): void {
  void update(items.settings, (settings) => ({ ...settings, hideAmounts: !settings.hideAmounts }));
}

/** Shows sample data in the place of accounts, or no longer. */
export function setShowcase(wanted: boolean): void {
  void update(items.showcase, () => wanted);
}

/** Opens the settings in a tab; the popup has nothing to show beside it. */
export async function openSettings(): Promise<void> {
  await openOptions();
  window.close();
}
