import { browser } from 'wxt/browser';

/** Calls back once, when the extension has been installed for the first time. */
export function onFirstInstall(welcome: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') welcome();
  });
}

/** Calls back when the extension, or the browser, has been installed or updated. */
export function onInstall(prepare: () => void): void {
  browser.runtime.onInstalled.addListener(() => prepare());
}

/** Calls back when the browser has started. */
export function onBrowserStart(begin: () => void): void {
  browser.runtime.onStartup.addListener(begin);
}

/** Calls back when the user has given or taken away access to a host. */
export function onHostPermissionGranted(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Opens the popup or, where the browser does not let that be done without a click, its page in a tab. */
export async function openPopup(): Promise<void> {
  try {
    // Chromium before 127 has no such call at all.
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL('/popup.html') });
  }
}
