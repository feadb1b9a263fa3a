import { type CDPSession, CDPSessionEvent, type Browser as Puppet } from 'puppeteer-core';

/** Detaches every session with the worker that nobody requested. */
export type ReleaseLeakedSessions = () => Promise<void>;

/** Puppeteer's types leave it out. */
type Child = CDPSession & { parentSession(): CDPSession | undefined };

/**
 * Tracks debugger sessions that puppeteer leaks. Each extension page's debugger attaches to the worker automatically,
 * and puppeteer detaches that session. If one arrives while puppeteer attaches to the worker on demand, puppeteer takes
 * it for the requested one and keeps it: the worker then stays attached while that page lives, and its end is not
 * reported.
 */
export async function trackLeakedSessions(browser: Puppet): Promise<ReleaseLeakedSessions> {
  const leaked = new Map<string, CDPSession>();
  const connection = (await browser.target().createCDPSession()).connection();
  connection?.on(CDPSessionEvent.SessionAttached, (session) => {
    const page = (session as Child).parentSession();
    page?.once('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'service_worker') leaked.set(sessionId, page);
    });
  });
  connection?.on(CDPSessionEvent.SessionDetached, (session) => {
    for (const [id, page] of leaked) if (id === session.id() || page === session) leaked.delete(id);
  });
  return async () => {
    const releases = [...leaked].map(([sessionId, page]) => page.send('Target.detachFromTarget', { sessionId }));
    // Most are detached by now.
    await Promise.allSettled(releases);
  };
}
