import process from 'node:process';
import type { BrowserUnderTest } from '../../e2e/harness/driver/launch.ts';

/** The demo polls more often than the product, because its market moves faster. */
const DEMO_POLL_INTERVAL = 5_000;

/** Keeps the browser open until the user closes its windows or presses Ctrl-C. */
export async function keepAlive(browser: BrowserUnderTest): Promise<void> {
  await browser.popupWindow();
  const timer = setInterval(() => {
    // The product itself shows a failed round.
    browser.fireAlarm().catch(() => undefined);
  }, DEMO_POLL_INTERVAL);
  console.log('The browser stays open, with moving figures, until you close its windows or press Ctrl-C.');
  try {
    await waitUntilClosed(browser);
  } finally {
    clearInterval(timer);
  }
}

/** Counts the pages too, because on macOS the browser keeps running after its last window is closed. */
async function waitUntilClosed({ browser }: BrowserUnderTest): Promise<void> {
  const { promise, resolve: end } = Promise.withResolvers<void>();
  process.once('SIGINT', () => end());
  browser.on('disconnected', () => end());
  browser.on('targetdestroyed', () => {
    if (!browser.targets().some((target) => target.type() === 'page')) end();
  });
  await promise;
}
