import { browser } from 'wxt/browser';

/** The keys of `items` that a view must have before it can paint; one area, so that one read fetches all. */
const EARLY_KEYS = ['accounts', 'settings', 'readings', 'showcase', 'loss', 'folded', 'lock'];

/** What is stored of them; null where the browser gives nothing out. */
export async function readEarly(): Promise<Readonly<Record<string, unknown>> | null> {
  return await browser.storage.local.get(EARLY_KEYS).catch(() => null);
}
