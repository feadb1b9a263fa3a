import { browser } from 'wxt/browser';
import { isEither, isNull, isText } from '../../domain/core/guards.ts';
import { formatSettingsHash, type SettingsPlace } from '../../domain/troubleshooting/settings-link.ts';
import { defineSessionItem } from '../storage/define-item.ts';
import { write } from '../storage/store.ts';

/** The place that the settings page shows next. Written by the page that opens it, deleted by the settings page. */
export const settingsHash = defineSessionItem<string | null>('settingsHash', isEither(isText, isNull), null);

/** Opens the settings, or focuses the tab that shows them, at a place if one is given. */
export async function openOptions(place?: SettingsPlace): Promise<void> {
  // The browser's own call takes no address. Without storage the settings still open.
  if (place) await write(settingsHash, formatSettingsHash(place)).catch(() => undefined);
  if (!(await focusOpenTab().catch(() => false))) await browser.runtime.openOptionsPage();
}

/** Firefox's `openOptionsPage` opens a second tab when the address of the first one names a pane. */
async function focusOpenTab(): Promise<boolean> {
  const [tab] = await browser.tabs.query({ url: browser.runtime.getURL('/options.html') });
  if (tab?.id === undefined || tab.windowId === undefined) return false;
  await browser.tabs.update(tab.id, { active: true });
  await browser.windows.update(tab.windowId, { focused: true });
  return true;
}

/** Returns the version of this extension. */
export function readVersion(): string {
  return browser.runtime.getManifest().version;
}
