import type { Browser as Puppet, Target, WebWorker } from 'puppeteer-core';
import { until } from '../until.ts';

/** After so many ms it is stopped once more: an event may have started it again while it stopped. */
const AGAIN = 10_000;

/** The extension's service worker, woken if it sleeps. While it is held, the debugger keeps it awake. */
export function findWorker(browser: Puppet, id: string): Promise<WebWorker> {
  return until(
    async () => {
      const target = find(browser, id) ?? (await wake(browser, id));
      const worker = await target.worker();
      // One that has just stopped is listed for a moment longer.
      return worker?.client.detached === false && worker;
    },
    { what: 'the worker' },
  );
}

/**
 * Stops the service worker as the browser does when it needs the memory: nothing in it is told. The debugger lets go of
 * it too, for Chromium does not report the end of a worker that is held. One that an event starts again meanwhile is
 * stopped again.
 */
export async function killWorker(browser: Puppet, id: string): Promise<void> {
  await until(
    async () => {
      const worker = await find(browser, id)?.worker();
      // Of one that was stopped before, the session is gone: its end is refused, the stop is not.
      await worker?.close().catch(() => undefined);
      return await until(() => find(browser, id) === undefined, { what: 'its target goes', within: AGAIN });
    },
    { what: 'the worker is gone' },
  );
}

function find(browser: Puppet, id: string): Target | undefined {
  const origin = `chrome-extension://${id}/`;
  return browser.targets().find((target) => target.type() === 'service_worker' && target.url().startsWith(origin));
}

/** An extension's worker belongs to the default profile, so any tab's debugger may start it. */
async function wake(browser: Puppet, id: string): Promise<Target> {
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  const session = await page.createCDPSession();
  try {
    await session.send('ServiceWorker.enable');
    return await until(
      async () => {
        await session.send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${id}/` });
        return find(browser, id);
      },
      { what: 'the worker wakes' },
    );
  } finally {
    await session.detach();
  }
}
