import { browser } from 'wxt/browser';
import type { Command } from '../../domain/command.ts';
import { isCommand } from '../schema/commands.ts';

/** Calls back with each command of the extension's own pages. Ignores other senders and unknown messages. */
export function onCommand(listener: (command: Command) => Promise<void>): void {
  const receive = (message: unknown, sender: Sender): true | undefined => {
    if (sender.id !== browser.runtime.id || !sender.url?.startsWith(browser.runtime.getURL('/'))) return undefined;
    if (isCommand(message)) void listener(message);
    return undefined;
  };
  browser.runtime.onMessage.addListener(receive);
}

type Sender = { readonly id?: string; readonly url?: string };
