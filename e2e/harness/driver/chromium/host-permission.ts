import type { Browser as Puppet } from 'puppeteer-core';

/** Makes the call of `chrome://extensions` when the user changes an extension's site access. */
declare const chrome: {
  readonly developerPrivate: { updateExtensionConfiguration(to: object): Promise<void> };
};

/** Revokes or grants the extension's hosts, as the page of extensions does. */
export async function setGranted(browser: Puppet, id: string, granted: boolean): Promise<void> {
  const extensions = await browser.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(
    (extensionId, hostAccess) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess }),
    id,
    granted ? 'ON_ALL_SITES' : 'ON_CLICK',
  );
  await extensions.close();
}
