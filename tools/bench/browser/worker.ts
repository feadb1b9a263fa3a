import { type Browser, evaluate } from './browser.ts';
import type { Reply } from './devtools.ts';
import { pause, until } from './until.ts';

/** The background of an extension, held awake by the debugger. */
export type Worker = { readonly id: string; readonly session: string; run(expression: string): Promise<Reply> };

export async function findWorker(browser: Browser, id: string): Promise<Worker> {
  const target = await until(
    async () => (await browser.targets()).find(({ type, url }) => type === 'service_worker' && url.includes(id)),
    'the background of the extension',
  );
  const session = await browser.attach(target);
  return { id, session, run: (expression) => evaluate(browser, session, expression) };
}

/** Closes the options page, which the extension opens when it is installed, and leaves a plain tab with the focus. */
export async function settle(browser: Browser, id: string): Promise<void> {
  const options = await until(
    async () => (await browser.targets()).find(({ url }) => url.startsWith(`chrome-extension://${id}/options.html`)),
    'the options page',
  );
  await browser.devtools.send('Target.createTarget', { url: 'data:text/html,bench' });
  await browser.devtools.send('Target.closeTarget', { targetId: options.targetId });
  await pause(500);
}
