import { type Browser, evaluate } from './browser.ts';
import type { Reply } from './devtools.ts';
import { pause, until } from './until.ts';

/** The background of an extension. The attached debugger keeps it running. */
export type Worker = { readonly id: string; readonly session: string; run(expression: string): Promise<Reply> };

export async function findWorker(browser: Browser, id: string): Promise<Worker> {
  const target = await until(
    async () => (await browser.targets()).find(({ type, url }) => type === 'service_worker' && url.includes(id)),
    'the background of the extension',
  );
  const session = await browser.attach(target);
  return { id, session, run: (expression) => evaluate(browser, session, expression) };
}

/** Closes the options page that the extension opens after its installation, and focuses an empty tab. */
export async function closeOptionsPage(browser: Browser, id: string): Promise<void> {
  const options = await until(
    async () => (await browser.targets()).find(({ url }) => url.startsWith(`chrome-extension://${id}/options.html`)),
    'the options page',
  );
  await browser.devtools.send('Target.createTarget', { url: 'data:text/html,bench' });
  await browser.devtools.send('Target.closeTarget', { targetId: options.targetId });
  await pause(500);
}
