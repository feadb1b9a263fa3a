import type { Page } from 'puppeteer-core';
import { until } from '../until.ts';

/** The name of the focused element, and whether its focus is visible. */
export interface Stop {
  readonly name: string;
  readonly seen: boolean;
}

/** Returns the focused element. Its outline, or that of its label, makes it visible. */
function focused(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const node = document.activeElement;
    if (!(node instanceof HTMLElement) || node === document.body) return { name: '', seen: true };
    const label = node instanceof HTMLInputElement ? node.labels?.[0] : undefined;
    const name = node.getAttribute('aria-label') ?? label?.textContent ?? node.textContent ?? '';
    const isOutlined = (each: Element | undefined) =>
      each !== undefined &&
      getComputedStyle(each).outlineStyle !== 'none' &&
      parseFloat(getComputedStyle(each).outlineWidth) >= 2;
    return { name: name.replace(/\s+/g, ' ').trim(), seen: isOutlined(node) || isOutlined(label) };
  });
}

/** Presses Tab until the element with this name has the focus; returns all stops, including that one. */
export async function tabTo(page: Page, name: string, most = 60): Promise<readonly Stop[]> {
  // A window that is only just coming to the front takes no keys yet.
  await until(() => page.evaluate(() => document.hasFocus()), { what: 'the page has the focus' });
  const stops: Stop[] = [];
  while (stops.length < most) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    stops.push(stop);
    if (stop.name === name) return stops;
  }
  throw new Error(`Tab did not come to “${name}”, but to: ${stops.map((stop) => stop.name).join(' · ')}`);
}

/**
 * Presses Tab from the top of a page to its end. Returns the problems: controls that were skipped, reached in another
 * order than the page is read, or without a visible focus.
 */
export async function findKeyboardProblems(page: Page): Promise<readonly string[]> {
  await page.bringToFront();
  await until(() => page.evaluate(() => document.hasFocus()), { what: 'the page has the focus' });
  const count = await page.evaluate(recordFocus);
  const countScrollAreas = () => page.evaluate(() => (globalThis as unknown as Recording).countScrollAreas());
  for (let presses = 0; presses < count + (await countScrollAreas()); presses += 1) await page.keyboard.press('Tab');
  return await page.evaluate(() => (globalThis as unknown as Recording).endRecording());
}

/** In Firefox, Tab also reaches each area that scrolls, so that the arrow keys scroll it. */
type Recording = { countScrollAreas(): number; endRecording(): readonly string[] };

/** Records what takes the focus from now on, from the top of the page; returns how many stops there are. Runs in the page. */
function recordFocus(): number {
  const isStop = (node: Element): node is HTMLElement => {
    if (!(node instanceof HTMLElement) || node.tabIndex < 0 || node.matches(':disabled')) return false;
    // Of a group of radio buttons, Tab reaches the chosen one.
    if (node instanceof HTMLInputElement && node.type === 'radio' && !node.checked) return false;
    return node.checkVisibility({ visibilityProperty: true });
  };
  const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(
    isStop,
  );
  const readName = (node: Element) =>
    (node.getAttribute('aria-label') ?? node.textContent ?? '').replace(/\s+/g, ' ').trim() || node.outerHTML;
  const isOutlined = (node: Element | null | undefined) => {
    if (!node) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(node);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  };
  const reached: string[] = [];
  const unseen: string[] = [];
  let scrollAreas = 0;
  const note = ({ target }: Event) => {
    if (!(target instanceof HTMLElement)) return;
    if (target.tabIndex < 0) scrollAreas += 1;
    else reached.push(readName(target));
    const label = target instanceof HTMLInputElement ? target.labels?.[0] : null;
    if (!isOutlined(target) && !isOutlined(label)) unseen.push(`the focus of “${readName(target)}” cannot be seen`);
  };
  // Tab continues from the focused element, even if Tab cannot reach it.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  document.addEventListener('focusin', note);
  const endRecording = () => {
    document.removeEventListener('focusin', note);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    for (const node of document.querySelectorAll('*')) node.scrollTop = 0;
    const names = stops.map(readName);
    const isInOrder = names.join('\n') === reached.join('\n');
    return isInOrder ? unseen : [`Tab reached ${reached.join(' · ')} instead of ${names.join(' · ')}`, ...unseen];
  };
  Object.assign(globalThis, { countScrollAreas: () => scrollAreas, endRecording });
  return stops.length;
}

/** Returns how many elements of a page the Tab key reaches. */
export function countTabStops(page: Page): Promise<number> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    );
    return [...controls].filter((node) => node.tabIndex >= 0 && !node.matches(':disabled') && node.checkVisibility())
      .length;
  });
}

/** Waits until the focus is on the element with this name. */
export async function waitForFocus(page: Page, name: string): Promise<void> {
  await until(async () => (await focused(page)).name === name, { what: `the focus on ${name}` });
}
