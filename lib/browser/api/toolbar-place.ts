import { browser } from 'wxt/browser';

/** Returns whether the toolbar button is in sight, and null if the browser does not report it. */
export async function readIsOnToolbar(): Promise<boolean | null> {
  try {
    const { isOnToolbar } = await browser.action.getUserSettings();
    return isOnToolbar ?? null;
  } catch {
    return null;
  }
}

/** Calls back when the place may have changed. Returns what ends it. Old versions report it only by the focus. */
export function onToolbarPlaceChange(listener: () => void): () => void {
  const changes = 'onUserSettingsChanged' in browser.action ? browser.action.onUserSettingsChanged : undefined;
  changes?.addListener(listener);
  addEventListener('focus', listener);
  return () => {
    changes?.removeListener(listener);
    removeEventListener('focus', listener);
  };
}
