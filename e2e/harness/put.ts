import type { Page } from 'puppeteer-core';
import type { State } from './states.ts';
import { store } from './stored.ts';

/** Stores all that a state of the product is made of. */
export async function put(page: Page, { readings, ...others }: State): Promise<void> {
  for (const [name, value] of Object.entries(others)) await store(page, name as keyof typeof others, value);
  if (readings === 'broken' || readings === 'newer') await store(page, 'readings', 0, readings === 'newer' ? 99 : 1);
  else await store(page, 'readings', readings);
}
