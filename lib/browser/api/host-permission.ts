import { browser } from 'wxt/browser';

/** Whether the extension may access the manifest's host. The user can revoke that in Firefox and in Chromium. */
export async function hasHostPermission(): Promise<boolean> {
  return await browser.permissions.contains({ origins: listHosts() });
}

/** Requests access again. Must run synchronously inside a click handler, because browsers prompt only then. */
export function requestHostPermission(): void {
  // A refusal changes nothing, and the browser reports a grant by an event.
  void browser.permissions.request({ origins: listHosts() }).catch(() => undefined);
}

function listHosts(): string[] {
  return browser.runtime.getManifest().host_permissions ?? [];
}
