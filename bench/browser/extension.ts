import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a popup is measured beside: one that is a word of text, and one whose script shows what is stored. */
const POPUPS = {
  empty: { body: 'Hello', script: '' },
  reader: {
    body: '<script type="module" src="popup.js"></script>',
    script: `chrome.storage.local.get(null).then((all) => document.body.append(JSON.stringify(all).slice(0, 300)))`,
  },
} as const;

/** An extension whose popup is the least that a popup of its kind can be. */
export async function makeExtension(
  kind: keyof typeof POPUPS,
): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), `bench-${kind}-`));
  const { body, script } = POPUPS[kind];
  const files = {
    'manifest.json': JSON.stringify({
      manifest_version: 3,
      name: kind,
      version: '1',
      permissions: ['storage'],
      action: { default_popup: 'popup.html' },
      background: { service_worker: 'worker.js' },
    }),
    'worker.js': '',
    'popup.js': script,
    'popup.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>${kind}</title><body>${body}</body></html>`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
