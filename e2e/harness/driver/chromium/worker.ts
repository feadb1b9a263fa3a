import type { CDPSession, Browser as Puppet, Target, WebWorker } from 'puppeteer-core';
import { until } from '../../until.ts';
import type { ReleaseLeakedSessions } from './leaked-sessions.ts';

/** After this many ms without an end it is stopped again. */
const AGAIN = 10_000;

/** Returns the extension's service worker, started if necessary. While the debugger is attached, it does not stop. */
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
 * Stops the service worker as the browser does when it needs the memory: the worker gets no event. Detaches the
 * debugger first, because Chromium does not report the end of an attached worker, and an attached worker that an event
 * starts again waits for the debugger forever. A worker that an event starts again is stopped again.
 */
export async function killWorker(browser: Puppet, id: string, releaseLeaked: ReleaseLeakedSessions): Promise<void> {
  await until(
    async () => {
      const target = find(browser, id);
      const worker = await target?.worker();
      await worker?.client.detach().catch(() => undefined);
      await releaseLeaked();
      await atWorkers(browser, (session) => session.send('ServiceWorker.stopAllWorkers'));
      await until(() => find(browser, id) !== target || target === undefined, {
        what: 'its target goes',
        within: AGAIN,
      });
      return find(browser, id) === undefined;
    },
    { what: 'the worker is gone' },
  );
}

function find(browser: Puppet, id: string): Target | undefined {
  const origin = `chrome-extension://${id}/`;
  return browser.targets().find((target) => target.type() === 'service_worker' && target.url().startsWith(origin));
}

async function wake(browser: Puppet, id: string): Promise<Target> {
  return await atWorkers(browser, (session) =>
    until(
      async () => {
        await session.send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${id}/` });
        return find(browser, id);
      },
      { what: 'the worker wakes' },
    ),
  );
}

/** An extension's worker belongs to the default profile, so any tab's debugger may start and stop it. */
async function atWorkers<T>(browser: Puppet, work: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await openSession(browser);
  try {
    await session.send('ServiceWorker.enable');
    return await work(session);
  } finally {
    await session.detach();
  }
}

/**
 * Opens one session at a time: of two that open for the same tab at once, puppeteer takes the second for its own, and
 * the tab for closed when that session ends. A session with a closing tab may never open.
 */
async function openSession(browser: Puppet): Promise<CDPSession> {
  const before = openings.get(browser);
  const opening = (async () => {
    await before;
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    return await page.createCDPSession();
  })();
  const hung = new Promise((resume) => setTimeout(resume, AGAIN).unref());
  openings.set(browser, Promise.race([opening.catch(() => undefined), hung]));
  return await opening;
}

const openings = new WeakMap<Puppet, Promise<unknown>>();
