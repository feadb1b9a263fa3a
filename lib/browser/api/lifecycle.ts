import { browser } from 'wxt/browser';

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

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Opens the popup, or its page in a tab if the browser opens popups only on a click. */
export async function openPopup(): Promise<void> {
  try {
    // Chromium before 127 has no `openPopup`.
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
  }
}
