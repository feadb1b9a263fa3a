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
  await browser.runtime.openOptionsPage();
}

/** Returns the version of this extension. */
export function readVersion(): string {
  return browser.runtime.getManifest().version;
}
