import { browser } from 'wxt/browser';

/** A `commands` entry of the manifest. The user sets its keys in the browser. */
export type Shortcut = 'toggle-amounts' | 'refresh';

export function onShortcut(shortcut: Shortcut, listener: () => void): void {
  browser.commands.onCommand.addListener((name) => {
    if (name === shortcut) listener();
  });
}
