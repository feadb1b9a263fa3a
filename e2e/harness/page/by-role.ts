import type { ElementHandle, Page } from 'puppeteer-core';
import { can } from '../driver/capabilities.ts';
import { find, readRoleTexts } from '../driver/firefox/find-by-role.ts';
import { PRODUCT } from '../driver/launch.ts';
import { until } from '../until.ts';

/** Where to look: a page, or an element of it. */
export type Place = Page | ElementHandle;

/** The element of this role and accessible name, as soon as assistive technology can see it. */
export function element(place: Place, role: string, name: string): Promise<ElementHandle> {
  return until(() => findByRole(place, role, name), { what: `${role} “${name}”` });
}

/** Returns the element if it is there now, otherwise null. */
export async function findByRole(place: Place, role: string, name: string): Promise<ElementHandle | null> {
  if (PRODUCT === 'firefox') return find(place, role, name);
  return place.$(`::-p-aria([name="${name.replaceAll('"', '\\"')}"][role="${role}"])`);
}

/** A text field by its label; a password field is one too. */
export function field(place: Place, label: string): Promise<ElementHandle> {
  return element(place, 'textbox', label);
}

/** A button by its name. */
export function button(place: Place, name: string): Promise<ElementHandle> {
  return element(place, 'button', name);
}

/** A margin account's card, by `{coin} {product label}, {account label}`. */
export function card(place: Place, name: string): Promise<ElementHandle> {
  return element(place, 'article', name);
}

/** Replaces what a field holds, key by key, as a person does. */
export async function fill(place: Place, label: string, value: string): Promise<void> {
  const input = await field(place, label);
  await input.focus();
  await input.evaluate((node) => {
    if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) node.select();
  });
  if (value === '') await input.press('Backspace');
  else await input.type(value);
}

/** Replaces what a field holds, and presses Enter. */
export async function enter(place: Place, label: string, value: string): Promise<void> {
  await fill(place, label, value);
  await (await field(place, label)).press('Enter');
}

/** Clicks a button by its name. */
export function press(place: Place, name: string): Promise<void> {
  return click(place, 'button', name);
}

/** Clicks a button that closes its page where the browser lets it, perhaps before the browser has answered the click. */
export async function pressToClose(page: Page, name: string): Promise<void> {
  await press(page, name).catch((error: unknown) => {
    if (!(error instanceof Error && error.name === 'TargetCloseError')) throw error;
  });
  if (can('panel')) await until(() => page.isClosed(), { what: `“${name}” closes the page` });
}

/** Clicks the element with this role and name. */
export async function click(place: Place, role: string, name: string): Promise<void> {
  await clickOn(() => findByRole(place, role, name), `${role} “${name}”`);
}

/** Clicks the summary with this text, which unfolds its details. */
export async function unfold(place: Place, title: string): Promise<void> {
  await clickOn(() => place.$(`::-p-text(${title})`), `what is under ${title}`);
}

/** Sets a checkbox by its label, clicking it only if it must change. */
export async function tick(place: Place, label: string, on = true): Promise<void> {
  const box = await element(place, 'checkbox', label);
  const isOn = await box.evaluate((node) => node instanceof HTMLInputElement && node.checked);
  if (isOn !== on) await click(place, 'checkbox', label);
}

/** Returns the texts of all `role=status` now, a line each; '' if there are none. */
export function status(place: Place): Promise<string> {
  return describeTarget(place, 'status');
}

/** Returns the text of `role=alert` now; '' if there is none. */
export function alert(place: Place): Promise<string> {
  return describeTarget(place, 'alert');
}

/** The text of the first element that a CSS selector finds. */
export async function text(place: Place, css: string): Promise<string | undefined> {
  const found = await place.$(css);
  return found === null ? undefined : words(found);
}

/** The words of an element, with single spaces. */
export async function words(found: ElementHandle): Promise<string> {
  const raw = await found.evaluate((node) => (node instanceof HTMLElement ? node.innerText : ''));
  return raw.replace(/\s+/g, ' ').trim();
}

/** Clicks the element once it has stopped moving, and looks it up again until then. */
async function clickOn(find: () => Promise<ElementHandle | null>, what: string): Promise<void> {
  const found = await until(
    async () => {
      const there = await find();
      return (await there?.evaluate(standsStill)) && there;
    },
    { what },
  );
  await found.click();
}

/** Whether the element has not moved for two frames. A hidden page draws none. Runs in the page. */
function standsStill(node: Node): Promise<boolean> {
  const place = () => JSON.stringify(node instanceof Element && node.isConnected && node.getBoundingClientRect());
  const before = place();
  return new Promise((resolve) => {
    const look = () => resolve(before !== 'false' && place() === before);
    requestAnimationFrame(() => requestAnimationFrame(look));
    setTimeout(look, 200);
  });
}

async function describeTarget(place: Place, role: string): Promise<string> {
  if (PRODUCT === 'firefox') return readRoleTexts(place, role);
  const said = await Promise.all((await place.$$(`::-p-aria([role="${role}"])`)).map(words));
  return said.filter(Boolean).join('\n');
}
