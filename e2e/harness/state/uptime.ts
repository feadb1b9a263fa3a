import type { BrowserUnderTest } from '../driver/launch.ts';

/** A background that counts its own time. */
type Counting = typeof globalThis & { ticks?: number[] };

const TICK = 100;

/** Has the background count its own time from now until it stops, in tenths of a second. */
export async function startUptime(browser: BrowserUnderTest): Promise<void> {
  await browser.inBackground((background, every) => {
    const ticks: number[] = [];
    Object.assign(background, { ticks });
    background.setInterval(() => ticks.push(Date.now()), every);
  }, TICK);
}

/**
 * Returns the ms that the background has run between two moments, to a tenth of a second. A machine under load skips
 * ticks, as it delays other timers, so this measures the time that the product itself took.
 */
export async function uptime(browser: BrowserUnderTest, from: number, to: number): Promise<number> {
  const ticks = await browser.inBackground((background) => (background as Counting).ticks ?? []);
  return ticks.filter((at) => at > from && at <= to).length * TICK;
}
