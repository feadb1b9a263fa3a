import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A popup with one page, one script and one style sheet. */
export type Popup = {
  readonly name: string;
  /** Attributes of the root element. */
  readonly attributes?: string;
  readonly head?: string;
  readonly body: string;
  readonly script: string;
  readonly style?: string;
};

/** Shows one word. */
export const EMPTY: Popup = { name: 'empty', body: 'Hello', script: '' };

/** Shows the stored values as text. */
export const READER: Popup = {
  name: 'reader',
  body: '<script type="module" src="popup.js"></script>',
  script: `chrome.storage.local.get(null).then((all) => document.body.append(JSON.stringify(all).slice(0, 300)))`,
};

/** Writes an extension with this popup and an empty background into a temporary folder. */
export async function makeExtension(popup: Popup): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const { name, attributes = 'lang="en"', head = '', body, script, style = '' } = popup;
  const path = await mkdtemp(join(tmpdir(), `bench-${name}-`));
  const files = {
    'manifest.json': JSON.stringify({
      manifest_version: 3,
      name,
      version: '1',
      permissions: ['storage'],
      action: { default_popup: 'popup.html' },
      background: { service_worker: 'worker.js' },
    }),
    'worker.js': '',
    'popup.js': script,
    'popup.css': style,
    'popup.html': `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>${name}</title>${head}</head><body>${body}</body></html>`,
  };
  for (const [file, text] of Object.entries(files)) await writeFile(join(path, file), text);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
