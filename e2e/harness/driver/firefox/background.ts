import type { Page } from 'puppeteer-core';
import { until } from '../../until.ts';
import type { InBackground, Plain } from '../launch.ts';
import type { ChromeContext } from './chrome-context.ts';

/** Stops the event page as Firefox does when it has been idle, even if something is in progress. */
export async function killBackground(system: ChromeContext, id: string): Promise<void> {
  await system.run(async (extensionId) => {
    const { extension } = WebExtensionPolicy.getByID(extensionId);
    await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
  }, id);
}

/** Sends the background `onStartup`, which Firefox sends only to extensions that were installed before the start. */
export async function startUp(system: ChromeContext, id: string): Promise<void> {
  await system.run(async (extensionId) => {
    const { extension } = WebExtensionPolicy.getByID(extensionId);
    const reason = extension.startupReason;
    if (reason === 'APP_STARTUP') return;
    await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
    extension.startupReason = 'APP_STARTUP';
    await extension.wakeupBackground();
    extension.emit('background-first-run');
    extension.startupReason = reason;
  }, id);
}

/** Sends the background the event of a command's keys. */
export async function command(system: ChromeContext, id: string, name: string): Promise<void> {
  await system.run(
    (extensionId, pressed) => WebExtensionPolicy.getByID(extensionId).extension.shortcuts.onCommand(pressed),
    id,
    name,
  );
}

/** Sends the background the event of a chosen line of the toolbar button's menu. */
export async function choose(system: ChromeContext, id: string, line: string): Promise<void> {
  await system.run(
    (extensionId, menuItemId) => {
      const { extension } = WebExtensionPolicy.getByID(extensionId);
      extension.emit('webext-menu-menuitem-click', { menuItemId, modifiers: [], editable: false }, null);
    },
    id,
    line,
  );
}

/**
 * Suspends the event page as Firefox does after 30 s idle, without the wait. Firefox may delay it once for a listener
 * that has not ended.
 */
export async function suspend(system: ChromeContext, id: string): Promise<void> {
  const isSuspended = () =>
    system.run(async (extensionId) => {
      const { extension } = WebExtensionPolicy.getByID(extensionId);
      if (extension.backgroundState === 'running') await extension.terminateBackground({});
      return extension.backgroundState === 'stopped';
    }, id);
  await until(isSuspended, { what: 'the event page is suspended' });
}

/** Runs a function in a page with the background's globals as its argument. Its source is sent. */
export async function runIn<T, Args extends readonly Plain[]>(
  page: Page,
  work: InBackground<T, Args>,
  args: Args,
): Promise<T> {
  const call = `chrome.runtime.getBackgroundPage().then((it) => (${work})(it, ...${JSON.stringify(args)}))`;
  return (await page.evaluate(call)) as T;
}

/** Revokes or grants a host, as the switch in `about:addons` does. */
export async function setGranted(system: ChromeContext, id: string, granted: boolean): Promise<void> {
  await system.run(
    async (extensionId, change) => {
      const url = 'resource://gre/modules/ExtensionPermissions.sys.mjs';
      const { ExtensionPermissions } = ChromeUtils.importESModule(url);
      const what = { permissions: [], origins: ['https://api.bitget.com/*'] };
      await ExtensionPermissions[change](extensionId, what, WebExtensionPolicy.getByID(extensionId).extension);
    },
    id,
    granted ? ('add' as const) : ('remove' as const),
  );
}

export async function setOffline(system: ChromeContext, offline: boolean): Promise<void> {
  await system.run((isOffline) => {
    Services.io.offline = isOffline;
  }, offline);
}

/** The colour scheme is the whole browser's: 0 is dark, 1 is light. */
export async function setColorScheme(system: ChromeContext, scheme: 'light' | 'dark'): Promise<void> {
  await system.run(
    (value) => Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', value),
    scheme === 'dark' ? 0 : 1,
  );
}
