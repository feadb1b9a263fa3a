import { browser } from 'wxt/browser';
import type { Command } from '../../domain/command.ts';

/** Sends a command to the background, without a reply. Pages watch the storage for the result. */
export async function sendCommand(command: Command): Promise<void> {
  // A background that is being suspended has no receiver. The timeout of the page reports it.
  await browser.runtime.sendMessage(command).catch(() => undefined);
}
