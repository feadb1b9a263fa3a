import type { BrowserUnderTest } from '../driver/launch.ts';

/** A background that counts its own time. */
type Counting = typeof globalThis & { beats?: number[] };

const BEAT = 100;

/** Has the background count its own time from now until it stops, in tenths of a second. */
export async function startUptime(browser: BrowserUnderTest): Promise<void> {
  await browser.inBackground((background, every) => {
    const beats: number[] = [];
    Object.assign(background, { beats });
    background.setInterval(() => beats.push(Date.now()), every);
  }, BEAT);
}

/**
 * How many ms the background has lived through between two moments, to a tenth of a second. A machine that has no time
 * for it leaves beats out, as it lets its other timers wait: what the product may take is measured by this.
 */
export async function uptime(browser: BrowserUnderTest, from: number, to: number): Promise<number> {
  const beats = await browser.inBackground((background) => (background as Counting).beats ?? []);
  return beats.filter((at) => at > from && at <= to).length * BEAT;
}
