import { browser } from 'wxt/browser';
import { write } from '../storage/store.ts';
import { openPopupWindow, shownCard } from './popup-window.ts';

/** Calls back once, after the first installation of the extension. */
export function onFirstInstall(listener: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') listener();
  });
}

/** Calls back after an installation or update of the extension or the browser. */
export function onInstall(listener: () => void): void {
  browser.runtime.onInstalled.addListener(() => listener());
}

export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

/** Calls back when the user grants or revokes access to a host. */
export function onHostPermissionGranted(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}

/**
 * Calls back when the user switches the tab or the window. Chromium keeps the times of its alarms when the computer's
 * clock is set back, so this may be the only event for hours. It needs no permission.
 */
export function onUserActivity(listener: () => void): void {
  browser.tabs.onActivated.addListener(listener);
  browser.windows?.onFocusChanged.addListener(listener);
}

/**
 * Opens the popup, or the view's own window if the browser opens popups only on a click or has no window. `card` is what
 * the view shows: `account`, or `account/product/coin`; null for all.
 */
export async function openPopup(card: string | null = null): Promise<void> {
  await write(shownCard, card);
  try {
    // Chromium before 127 has no `openPopup`.
    await browser.action.openPopup();
  } catch {
    await openPopupWindow();
  }
}

export async function openLink(url: string): Promise<void> {
  await browser.tabs.create({ url });
}
