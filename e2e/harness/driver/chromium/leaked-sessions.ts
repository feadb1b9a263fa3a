import { type CDPSession, CDPSessionEvent, type Browser as Puppet } from 'puppeteer-core';

/** Lets go of every session with the worker that nobody asked for. */
export type ReleaseLeakedSessions = () => Promise<void>;

/** Puppeteer's types leave it out. */
type Child = CDPSession & { parentSession(): CDPSession | undefined };

/**
 * Each extension page's debugger attaches to the worker automatically, and puppeteer lets go of that session. But of one that
 * comes while puppeteer attaches to the same worker on demand it thinks that it is the one demanded, and keeps it: the
 * worker is then held for as long as that page lives, and its end is not reported.
 */
export async function watchLeakedSessions(browser: Puppet): Promise<ReleaseLeakedSessions> {
  const strays = new Map<string, CDPSession>();
  const connection = (await browser.target().createCDPSession()).connection();
  connection?.on(CDPSessionEvent.SessionAttached, (session) => {
    const page = (session as Child).parentSession();
    page?.once('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'service_worker') strays.set(sessionId, page);
    });
  });
  connection?.on(CDPSessionEvent.SessionDetached, (session) => {
    for (const [id, page] of strays) if (id === session.id() || page === session) strays.delete(id);
  });
  return async () => {
    const releases = [...strays].map(([sessionId, page]) => page.send('Target.detachFromTarget', { sessionId }));
    // Most were let go of in the meantime.
    await Promise.allSettled(releases);
  };
}
