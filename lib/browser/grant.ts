import { browser } from 'wxt/browser';

/** Whether the user lets the extension reach a host; Firefox and Chromium both let them take that back. */
export async function isGranted(host: string): Promise<boolean> {
  return await browser.permissions.contains({ origins: [`${host}/*`] });
}
