import type { LaunchOptions } from '../launch-options.ts';
import type { ChromeContext } from './chrome-context.ts';
import { zipFolder } from './zip-folder.ts';

/** The add-on id of the product, and the address ids of it and of another extension: fixed, so that tests know them. */
export const ID = 'margin-glance@margin-glance.example';
export const HOSTS: Readonly<Record<string, string>> = {
  [ID]: '11111111-2222-3333-4444-555555555555',
};

export function buildOrigin(id: string): string {
  return `moz-extension://${HOSTS[id]}/`;
}

/**
 * Installs the build, and returns whether it was absent before. Without a profile of the caller's it is installed as a
 * folder until the browser ends. Otherwise it is installed permanently, as a file, if it is absent or a build is named.
 */
export async function install(
  system: ChromeContext,
  folder: string,
  { extension, profile, allowPrivate }: LaunchOptions,
): Promise<boolean> {
  const isThere = await system.run((id) => Boolean(WebExtensionPolicy.getByID(id)), ID);
  if (folder.endsWith('.zip')) await add(system, 'archivePath', folder, true, allowPrivate);
  else if (profile === undefined) await add(system, 'path', folder, false, allowPrivate);
  else if (!isThere || extension !== undefined)
    await zipFolder(folder, (file) => add(system, 'archivePath', file, true, allowPrivate));
  return !isThere;
}

async function add(
  system: ChromeContext,
  type: 'path' | 'archivePath',
  path: string,
  permanent: boolean,
  allowPrivate = false,
): Promise<void> {
  await system.send('webExtension.install', {
    extensionData: { type, path },
    'moz:permanent': permanent,
    'moz:allowPrivateBrowsing': allowPrivate,
  });
}

/** The origin of another extension's pages, which Firefox makes up when it is installed. */
export async function findOrigin(system: ChromeContext, id: string): Promise<string> {
  const host = await system.run((extensionId) => WebExtensionPolicy.getByID(extensionId).mozExtensionHostname, id);
  return `moz-extension://${host}/`;
}
