import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, evaluate } from '../browser/browser.ts';
import type { Popup } from '../browser/extension.ts';
import { until } from '../browser/until.ts';
import type { Worker } from '../browser/worker.ts';
import { bundleText } from '../size/bundle.ts';

/** Notes the first frame that has a card: its markup and the root's attributes, and each element as `[name, attributes, ...content]`. */
const NOTE = `new MutationObserver((_, observer) => {
  if (document.querySelector('article') === null) return;
  observer.disconnect();
  const attributesOf = ({ attributes }) => Object.fromEntries([...attributes].map(({ name, value }) => [name, value]));
  const contentOf = ({ childNodes }) => [...childNodes].flatMap((node) =>
    node.nodeType === 3 ? node.data : node.nodeType === 1 ? [[node.localName, attributesOf(node), ...contentOf(node)]] : []);
  const attributes = Object.entries(attributesOf(document.documentElement)).map(([name, value]) => name + '="' + value + '"');
  globalThis.frame = { attributes: attributes.join(' '), content: contentOf(document.body), markup: document.body.innerHTML };
}).observe(document, { childList: true, subtree: true })`;

/**
 * Popups with all that the product's first frame shows at this moment, element by element and in the product's own style.
 * `drawn` draws it with Preact, reads nothing and computes nothing. `least` reads the storage, as a popup with figures has
 * to, and then shows the elements as the browser itself has made them from markup, in place of what the product's page
 * holds until then: neither Preact nor a figure takes time.
 */
export async function buildCopies(browser: Browser, product: Worker, build: string): Promise<Copies<Popup>> {
  const { attributes, content, markup } = await frameOf(browser, `chrome-extension://${product.id}/popup.html`);
  const page = readFileSync(join(build, 'popup.html'), 'utf8');
  const copy = {
    attributes,
    head: `<meta name="color-scheme" content="light dark">
      <script type="module" blocking="render" src="popup.js"></script><link rel="stylesheet" href="popup.css">`,
    style: styleOf(page, build),
  };
  const script = await bundleText(`import { h, render } from 'preact';
    const make = (node) => typeof node === 'string' ? node : h(node[0], node[1], ...node.slice(2).map(make));
    render(${JSON.stringify(content)}.map(make), document.body);`);
  return {
    drawn: { ...copy, name: 'drawn', body: '', script },
    least: { ...copy, name: 'least', body: `${bodyOf(page)}<template>${markup}</template>`, script: SHOW },
  };
}

/** One for each way to show a frame. */
export type Copies<Kind> = { readonly drawn: Kind; readonly least: Kind };

const SHOW = `chrome.storage.local.get(null).then(() => {
  document.body.replaceChildren(document.querySelector('template').content);
})`;

/** What the page holds before its script has drawn anything. */
function bodyOf(page: string): string {
  return /<body>(.*)<\/body>/s.exec(page)?.[1] ?? '';
}

/** All that the page links to. */
function styleOf(page: string, build: string): string {
  const links = page.matchAll(/href="([^"]+\.css)"/g);
  return Array.from(links, ([, file = '']) => readFileSync(join(build, file), 'utf8')).join('\n');
}

type Frame = { readonly attributes: string; readonly content: readonly unknown[]; readonly markup: string };

async function frameOf(browser: Browser, url: string): Promise<Frame> {
  const { devtools } = browser;
  const { targetId } = await devtools.send('Target.createTarget', { url: 'about:blank' });
  const isIt = (target: { readonly targetId: string }) => target.targetId === targetId;
  const session = await browser.attach(await until(async () => (await browser.targets()).find(isIt), 'a tab'));
  await devtools.send('Page.enable', {}, session);
  await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: NOTE }, session);
  await devtools.send('Page.navigate', { url }, session);
  const frame: Frame = await until(() => evaluate(browser, session, 'globalThis.frame'), 'the first frame');
  await devtools.send('Target.closeTarget', { targetId });
  return frame;
}
