import type { Browser as Puppet, Target, WebWorker } from 'puppeteer-core';
import { until } from '../until.ts';

/** After so many ms it is stopped once more. */
const AGAIN = 2_000;

/** The extension's service worker, woken if it sleeps. While it is held, the debugger keeps it awake. */
export async function findWorker(browser: Puppet, id: string): Promise<WebWorker> {
  const target = find(browser, id) ?? (await wake(browser, id));
  const worker = await target.worker();
  if (worker === null) throw new Error(`Not a worker: ${target.url()}`);
  return worker;
}

/**
 * Stops the service worker as the browser does when it needs the memory: nothing in it is told. One that an event
 * starts again while it stops is stopped again, in the same target or a new one; `leave` lets go of whichever is held,
 * for Chromium does not report the end of a worker that a debugger holds on to.
 */
export async function killWorker(browser: Puppet, id: string, leave: () => Promise<void>): Promise<void> {
  const isGone = () => find(browser, id) === undefined;
  await until(
    async () => {
      await leave();
      const worker = await find(browser, id)?.worker();
      // Of a target that was stopped before, the session is gone: its end is refused, the stop is not.
      await worker?.close().catch(() => undefined);
      return await until(() => isGone(), { what: 'its target goes', within: AGAIN });
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
