import { relative, resolve } from 'node:path';
import process from 'node:process';
import type { Page } from 'puppeteer-core';
import type { BrowserUnderTest } from '../../e2e/harness/driver/launch.ts';
import { press } from '../../e2e/harness/page/by-role.ts';
import { readCards, type Shown } from '../../e2e/harness/page/cards.ts';
import { until } from '../../e2e/harness/until.ts';
import { takeScreenshot } from '../../e2e/harness/visual/screenshot.ts';

const PICTURES = resolve(import.meta.dirname, '../../.output/start');
const SECOND = 1_000;

/** Prints the content of the popup, waits until a figure changes, and saves two pictures. For machines without a display. */
export async function report(browser: BrowserUnderTest, options: Page): Promise<void> {
  const popup = await browser.popup();
  const before = await until(() => readFilled(popup), { what: 'figures in the popup' });
  console.log('The popup shows:');
  for (const card of before) console.log(`  ${describe(card)}`);
  console.log(`  ${await waitForChange(popup, before)}`);
  const pictures = [
    await takeScreenshot(popup, 'margin-glance-popup', PICTURES),
    await takeScreenshot(options, 'margin-glance-options', PICTURES),
  ];
  console.log(`Pictures: ${pictures.map((path) => relative(process.cwd(), path)).join(', ')}`);
}

async function waitForChange(popup: Page, before: readonly Shown[]): Promise<string> {
  const since = performance.now();
  await press(popup, 'Refresh');
  const change = await until(async () => findChange(before, await readCards(popup)), {
    what: 'a figure that moves',
    within: 30 * SECOND,
  });
  return `${change} (${((performance.now() - since) / SECOND).toFixed(1)} s later)`;
}

async function readFilled(popup: Page): Promise<readonly Shown[] | undefined> {
  const cards = await readCards(popup);
  return cards.some((card) => /\d/.test(card.figures['Free margin'] ?? '')) ? cards : undefined;
}

function describe({ name, risk, figures }: Shown): string {
  return `${name}: free ${figures['Free margin'] ?? '—'}, equity ${figures.Equity ?? '—'}, risk ${risk}`;
}

/** Describes the first changed equity. */
function findChange(before: readonly Shown[], now: readonly Shown[]): string | undefined {
  for (const { name, figures } of now) {
    const old = before.find((card) => card.name === name)?.figures.Equity;
    if (old !== undefined && figures.Equity !== undefined && old !== figures.Equity)
      return `${name}: equity ${old} → ${figures.Equity}`;
  }
  return undefined;
}
