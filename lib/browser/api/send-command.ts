import { browser } from 'wxt/browser';
import type { Command } from '../../domain/command.ts';

/** Sends a command to the background. Nobody waits for a reply: what comes of it is seen in the storage. */
export async function sendCommand(command: Command): Promise<void> {
  // A background that is just being suspended has no receiver; the page's own deadline then speaks.
  await browser.runtime.sendMessage(command).catch(() => undefined);
}
