import process from 'node:process';
import type { BrowserUnderTest } from '../../e2e/harness/driver/launch.ts';

/** The demo's market is livelier than the product's polling interval. */
const PACE = 5_000;

/** With a display: leaves the browser to the user until its windows are closed, or Ctrl-C. */
export async function keepAlive(browser: BrowserUnderTest): Promise<void> {
  await browser.popupWindow();
  const pace = setInterval(() => {
    // A round that fails is shown by the product itself.
    browser.fireAlarm().catch(() => undefined);
  }, PACE);
  console.log('The browser stays open, with moving figures, until you close its windows or press Ctrl-C.');
  try {
    await isClosed(browser);
  } finally {
    clearInterval(pace);
  }
}

/** On macOS the browser outlives its last window, so the pages are counted too. */
async function isClosed({ browser }: BrowserUnderTest): Promise<void> {
  const { promise, resolve: end } = Promise.withResolvers<void>();
  process.once('SIGINT', () => end());
  browser.on('disconnected', () => end());
  browser.on('targetdestroyed', () => {
    if (!browser.targets().some((target) => target.type() === 'page')) end();
  });
  await promise;
}
