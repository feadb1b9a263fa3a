import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, evaluate } from '../browser/browser.ts';
import type { Popup } from '../browser/extension.ts';
import { until } from '../browser/until.ts';
import type { Worker } from '../browser/worker.ts';
import { bundleText } from '../size/bundle.ts';

/** Records the first frame with a card: markup, attributes of the root, and each element as `[name, attributes, ...content]`. */
const NOTE = `new MutationObserver((_, observer) => {
  if (document.querySelector('article') === null) return;
  observer.disconnect();
  const readAttributes = ({ attributes }) => Object.fromEntries([...attributes].map(({ name, value }) => [name, value]));
  const readContent = ({ childNodes }) => [...childNodes].flatMap((node) =>
    node.nodeType === 3 ? node.data : node.nodeType === 1 ? [[node.localName, readAttributes(node), ...readContent(node)]] : []);
  const attributes = Object.entries(readAttributes(document.documentElement)).map(([name, value]) => name + '="' + value + '"');
  globalThis.frame = { attributes: attributes.join(' '), content: readContent(document.body), markup: document.body.innerHTML };
}).observe(document, { childList: true, subtree: true })`;

/**
 * Builds popups that show the same elements in the same style as the product's first frame. `drawn` renders them with
 * Preact, and reads and computes nothing. `least` reads the storage, as every popup with figures must, and then shows
 * elements that the browser made from markup, without Preact and without computing a figure.
 */
export async function buildCopies(browser: Browser, product: Worker, build: string): Promise<Copies<Popup>> {
  const { attributes, content, markup } = await recordFrame(browser, `chrome-extension://${product.id}/popup.html`);
  const page = readFileSync(join(build, 'popup.html'), 'utf8');
  const copy = {
    attributes,
    head: `<meta name="color-scheme" content="light dark">
      <script type="module" blocking="render" src="popup.js"></script><link rel="stylesheet" href="popup.css">`,
    style: readStyle(page, build),
  };
  const script = await bundleText(`import { h, render } from 'preact';
    const make = (node) => typeof node === 'string' ? node : h(node[0], node[1], ...node.slice(2).map(make));
    render(${JSON.stringify(content)}.map(make), document.body);`);
  return {
    drawn: { ...copy, name: 'drawn', body: '', script },
    least: { ...copy, name: 'least', body: `${findBody(page)}<template>${markup}</template>`, script: SHOW },
  };
}

/** One copy for each way to show a frame. */
export type Copies<Kind> = { readonly drawn: Kind; readonly least: Kind };

const SHOW = `chrome.storage.local.get(null).then(() => {
  document.body.replaceChildren(document.querySelector('template').content);
})`;

/** Returns the body of the page before its script runs. */
function findBody(page: string): string {
  return /<body>(.*)<\/body>/s.exec(page)?.[1] ?? '';
}

/** Returns all style sheets of the page as one text. */
function readStyle(page: string, build: string): string {
  const links = page.matchAll(/href="([^"]+\.css)"/g);
  return Array.from(links, ([, file = '']) => readFileSync(join(build, file), 'utf8')).join('\n');
}

type Frame = { readonly attributes: string; readonly content: readonly unknown[]; readonly markup: string };

async function recordFrame(browser: Browser, url: string): Promise<Frame> {
  const { devtools } = browser;
  const { targetId } = await devtools.send('Target.createTarget', { url: 'about:blank' });
  const isTab = (target: { readonly targetId: string }) => target.targetId === targetId;
  const session = await browser.attach(await until(async () => (await browser.targets()).find(isTab), 'a tab'));
  await devtools.send('Page.enable', {}, session);
  await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: NOTE }, session);
  await devtools.send('Page.navigate', { url }, session);
  const frame: Frame = await until(() => evaluate(browser, session, 'globalThis.frame'), 'the first frame');
  await devtools.send('Target.closeTarget', { targetId });
  return frame;
}
