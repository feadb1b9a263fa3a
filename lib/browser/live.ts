import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { type Item, type Loaded, parse, watch } from './store.ts';

/** A signal for each of several stored values of one area, filled by one read before the promise resolves. */
export async function live<Items extends Record<string, Item<unknown>>>(
  items: Items,
): Promise<{ readonly [Name in keyof Items]: ReadonlySignal<Loaded<ValueOf<Items[Name]>>> }> {
  const entries = Object.entries(items);
  const area = entries[0]?.[1].area ?? 'local';
  const signals = entries.map(([name, item]) => {
    const current = signal<Loaded<unknown>>({ state: 'absent', value: item.fallback });
    let changed = false;
    watch(item, (loaded) => {
      changed = true;
      current.value = loaded;
    });
    const fill = (stored: Record<string, unknown> | null): void => {
      if (!changed) current.value = stored ? parse(item, stored[item.key]) : { state: 'closed' };
    };
    return { name, current, fill };
  });
  const stored = await browser.storage[area].get(entries.map(([, item]) => item.key)).catch(() => null);
  for (const { fill } of signals) fill(stored);
  return Object.fromEntries(signals.map(({ name, current }) => [name, current])) as never;
}

type ValueOf<I> = I extends Item<infer T> ? T : never;
