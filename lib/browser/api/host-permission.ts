import { browser } from 'wxt/browser';

/** Whether the user lets the extension reach the manifest's host; Firefox and Chromium both let them take that back. */
export async function hasHostPermission(): Promise<boolean> {
  return await browser.permissions.contains({ origins: hosts() });
}

/** Asks the user for it again. Called by a click, and by nothing that comes before it: browsers ask only then. */
export function requestHostPermission(): void {
  // A refusal changes nothing, and what was granted is told to everybody by an event.
  void browser.permissions.request({ origins: hosts() }).catch(() => undefined);
}

function hosts(): string[] {
  return browser.runtime.getManifest().host_permissions ?? [];
}
