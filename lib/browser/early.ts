import { browser } from 'wxt/browser';

/** The keys of `items` that a page must have before it can paint; one area, so that one read fetches all. */
export const EARLY_KEYS = ['accounts', 'settings', 'readings', 'showcase', 'loss', 'folded', 'lock'] as const;

type Early = typeof globalThis & { marginGlanceEarly?: Promise<Values | null> };
type Values = Readonly<Record<string, unknown>>;

/** Begins to read, from a script so small that it runs while the page's own is still being loaded. */
export function beginReading(): void {
  (globalThis as Early).marginGlanceEarly = readEarly();
}

/** What that script has read, or, where it did not run, what is read now; null where the browser gives nothing out. */
export async function earlyValues(): Promise<Values | null> {
  return await ((globalThis as Early).marginGlanceEarly ?? readEarly());
}

async function readEarly(): Promise<Values | null> {
  return await browser.storage.local.get([...EARLY_KEYS]).catch(() => null);
}
