import { browser } from 'wxt/browser';

/** A command of the manifest that is ours to obey; the user sets its keys in the browser. */
export type Shortcut = 'toggle-amounts' | 'refresh';

/** Calls back when the user presses the keys of a command. */
export function onShortcut(wanted: Shortcut, act: () => void): void {
  browser.commands.onCommand.addListener((name) => {
    if (name === wanted) act();
  });
}
