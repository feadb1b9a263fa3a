import type { CDPSession, Protocol, Browser as Puppet, Target } from 'puppeteer-core';
import type { PageError } from '../page-error.ts';

/** What to listen to. */
export interface Listening {
  /** The extension's origin, `chrome-extension://…/`. */
  readonly origin: () => string | undefined;
  /** A watched worker never idles: a test of idling must not listen to it. */
  readonly watchWorker: boolean;
}

/**
 * Collects every error of the extension's pages and worker, from their first line on: the debugger replays
 * what was said before it came.
 */
export function collectPageErrors(browser: Puppet, listening: Listening): readonly PageError[] {
  const issues: PageError[] = [];
  const seen = new WeakSet<Target>();
  const look = (target: Target) => {
    const origin = listening.origin();
    if (seen.has(target) || !isOurs(target, origin, listening.watchWorker)) return;
    seen.add(target);
    attach(target)
      .then((session) => listen(session, target, origin ?? '', issues))
      // A popup may close while it is being attached to; then it has nothing more to say.
      .catch(() => undefined);
  };
  browser.on('targetcreated', look);
  browser.on('targetchanged', look);
  for (const target of browser.targets()) look(target);
  return issues;
}

/**
 * A worker by the one session that is driven too: of two that attach to it at the same moment, Puppeteer takes the second
 * for its own, and lets go of it.
 */
async function attach(target: Target): Promise<CDPSession> {
  const worker = target.type() === 'service_worker' ? await target.worker() : null;
  return worker?.client ?? (await target.createCDPSession());
}

function isOurs(target: Target, origin: string | undefined, watchWorker: boolean): boolean {
  if (origin !== undefined && !target.url().startsWith(origin)) return false;
  if (!target.url().startsWith('chrome-extension://')) return false;
  return target.type() === 'page' || (watchWorker && target.type() === 'service_worker');
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
    // A failed request is the network's trouble, which tests bring about; a CSP violation is the page's.
    if (entry.level === 'error' && entry.source !== 'network') note('browser', entry.text);
  });
  await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')]);
}

function say({ description, value, type }: Protocol.Runtime.RemoteObject): string {
  return description ?? (value === undefined ? type : String(value));
}
