import type { ElementHandle, Page } from 'puppeteer-core';
import { findByName } from './accessible-name.ts';

/** Parts of Puppeteer that its types leave out: Firefox’s own accessibility tree. */
type Locating = { locateNodes(start: ElementHandle, locator: object): Promise<readonly unknown[]> };

/**
 * Returns the element with this role and accessible name, or null. Firefox needs up to half a second to search a page,
 * so the page itself is searched first, and Firefox then confirms the element that was found.
 */
export async function find(place: Page | ElementHandle, role: string, name: string): Promise<ElementHandle | null> {
  const target = { role, name };
  const handle =
    'asElement' in place ? place.evaluateHandle(findByName, target) : place.evaluateHandle(inPage(findByName, target));
  const found = (await handle).asElement() as ElementHandle | null;
  if (found === null) return null;
  const isPassword = await found.evaluate((node) => node instanceof HTMLInputElement && node.type === 'password');
  // HTML gives a password field no role, and so does Firefox; Chromium takes it for a text field.
  const value = role === 'textbox' && isPassword ? { name } : { role, name };
  const agreed = await (found.frame as unknown as Locating).locateNodes(found, { type: 'accessibility', value });
  return agreed.length > 0 ? found : null;
}

/** Returns the text of all visible elements with this explicit role, a line each. */
export async function readRoleTexts(place: Page | ElementHandle, role: string): Promise<string> {
  return 'asElement' in place
    ? place.evaluate(describeTarget, role)
    : (place.evaluate(inPage(describeTarget, role)) as Promise<string>);
}

/** Runs in a page; its source is sent. */
function describeTarget(root: Node, role: string): string {
  const nodes = root instanceof Element || root instanceof Document ? root.querySelectorAll(`[role=${role}]`) : [];
  const said = [...nodes].map((node) => (node instanceof HTMLElement && node.checkVisibility() ? node.innerText : ''));
  const lines = said.map((text) => text.replace(/\s+/g, ' ').trim());
  return lines.filter(Boolean).join('\n');
}

/** As text, for a page has no handle of its own document at hand. */
function inPage<T>(work: (root: Node, given: T) => unknown, given: T): string {
  return `(${work})(document, ${JSON.stringify(given)})`;
}
