import type { CDPSession, Protocol, Browser as Puppet, Target } from 'puppeteer-core';
import type { PageError } from '../page-error.ts';

/** The targets to listen to. */
export interface Listening {
  /** The extension's origin, `chrome-extension://…/`. */
  readonly origin: () => string | undefined;
  /** A worker with a debugger never idles, so a test of idling must not listen to it. */
  readonly listensToWorker: boolean;
}

/**
 * Collects every error of the extension's pages and worker, from their first line on: the debugger replays earlier
 * messages.
 */
export function collectPageErrors(browser: Puppet, listening: Listening): readonly PageError[] {
  const issues: PageError[] = [];
  const seen = new WeakSet<Target>();
  const look = (target: Target) => {
    const origin = listening.origin();
    if (seen.has(target) || !isOurs(target, origin, listening.listensToWorker)) return;
    seen.add(target);
    attach(target)
      .then((session) => listen(session, target, origin ?? '', issues))
      // A popup may close while the debugger attaches to it; it reports nothing more then.
      .catch(() => undefined);
  };
  browser.on('targetcreated', look);
  browser.on('targetchanged', look);
  for (const target of browser.targets()) look(target);
  return issues;
}

/**
 * Listens to a worker through the session that also drives it: of two sessions that attach at the same moment,
 * Puppeteer takes the second for its own and detaches it.
 */
async function attach(target: Target): Promise<CDPSession> {
  const worker = target.type() === 'service_worker' ? await target.worker() : null;
  return worker?.client ?? (await target.createCDPSession());
}

function isOurs(target: Target, origin: string | undefined, listensToWorker: boolean): boolean {
  if (origin !== undefined && !target.url().startsWith(origin)) return false;
  if (!target.url().startsWith('chrome-extension://')) return false;
  return target.type() === 'page' || (listensToWorker && target.type() === 'service_worker');
}

async function listen(session: CDPSession, target: Target, origin: string, issues: PageError[]): Promise<void> {
  const note = (kind: PageError['kind'], text: string) => {
    issues.push({ where: target.url().slice(origin.length), kind, text });
  };
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error' || type === 'assert') note('console', args.map(say).join(' '));
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => {
    note('exception', exception?.description ?? text);
  });
  session.on('Log.entryAdded', ({ entry }) => {
    // Tests cause failed requests on purpose; a CSP violation is an error of the page.
    if (entry.level === 'error' && entry.source !== 'network') note('browser', entry.text);
  });
  await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')]);
}

function say({ description, value, type }: Protocol.Runtime.RemoteObject): string {
  return description ?? (value === undefined ? type : String(value));
}
