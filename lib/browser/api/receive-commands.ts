import { browser } from 'wxt/browser';
import type { Command } from '../../domain/command.ts';
import { isCommand } from '../schema/commands.ts';

/** Answers the commands of our own pages. Strangers and unknown messages get no answer. */
export function onCommand(obey: (command: Command) => Promise<void>): void {
  const listener = (message: unknown, sender: Sender): true | undefined => {
    if (sender.id !== browser.runtime.id || !sender.url?.startsWith(browser.runtime.getURL('/'))) return undefined;
    if (isCommand(message)) void obey(message);
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
}

type Sender = { readonly id?: string; readonly url?: string };
