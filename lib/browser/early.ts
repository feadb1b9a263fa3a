import { browser } from 'wxt/browser';

/** The keys of `items` that a page must have before it can paint; one area, so that one read fetches all. */
export const EARLY_KEYS = ['accounts', 'settings', 'readings', 'showcase'] as const;

type Early = typeof globalThis & { marginGlanceEarly?: Promise<Record<string, unknown>> };

/** Begins to read, from a script so small that it runs while the page's own is still being loaded. */
export function beginReading(): void {
  (globalThis as Early).marginGlanceEarly = readEarly();
}

/** What that script has read, or, where it did not run, what is read now: the stored text of each key. */
export async function earlyValues(): Promise<Record<string, unknown>> {
  return await ((globalThis as Early).marginGlanceEarly ?? readEarly());
}

async function readEarly(): Promise<Record<string, unknown>> {
  return await browser.storage.local.get([...EARLY_KEYS]);
}
