import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, evaluate } from '../browser/browser.ts';
import type { Popup } from '../browser/extension.ts';
import { until } from '../browser/until.ts';
import type { Worker } from '../browser/worker.ts';
import { bundleText } from '../size/bundle.ts';

/** Notes the first frame that has a card: the root's attributes as markup, and each element as `[name, attributes, ...content]`. */
const NOTE = `new MutationObserver((_, observer) => {
  if (document.querySelector('article') === null) return;
  observer.disconnect();
  const attributesOf = ({ attributes }) => Object.fromEntries([...attributes].map(({ name, value }) => [name, value]));
  const contentOf = ({ childNodes }) => [...childNodes].flatMap((node) =>
    node.nodeType === 3 ? node.data : node.nodeType === 1 ? [[node.localName, attributesOf(node), ...contentOf(node)]] : []);
  const attributes = Object.entries(attributesOf(document.documentElement)).map(([name, value]) => name + '="' + value + '"');
  globalThis.frame = { attributes: attributes.join(' '), content: contentOf(document.body) };
}).observe(document, { childList: true, subtree: true })`;

/**
 * A popup that draws what the product's first frame shows at this moment, element by element, with Preact and the
 * product's own style: nothing is read, and nothing computed.
 */
export async function drawnAs(browser: Browser, product: Worker, build: string): Promise<Popup> {
  const { attributes, content } = await frameOf(browser, `chrome-extension://${product.id}/popup.html`);
  const script = await bundleText(`import { h, render } from 'preact';
    const make = (node) => typeof node === 'string' ? node : h(node[0], node[1], ...node.slice(2).map(make));
    render(${JSON.stringify(content)}.map(make), document.body);`);
  const styles = globSync(join(build, 'assets/main-*.css')).map((file) => readFileSync(file, 'utf8'));
  return {
    name: 'drawn',
    attributes,
    head: `<meta name="color-scheme" content="light dark">
      <script type="module" blocking="render" src="popup.js"></script><link rel="stylesheet" href="popup.css">`,
    body: '',
    script,
    style: styles.join('\n'),
  };
}

type Frame = { readonly attributes: string; readonly content: readonly unknown[] };

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
