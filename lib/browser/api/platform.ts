import { browser } from 'wxt/browser';

/** Returns the operating system as the browser names it: `win`, `mac`, `linux` and others. */
export async function readPlatform(): Promise<string> {
  return (await browser.runtime.getPlatformInfo()).os;
}

export const IS_FIREFOX = import.meta.env.BROWSER === 'firefox';
