import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILDS } from './build-paths.ts';
import { PRODUCT } from './launch.ts';

/** The build with the texts of one language alone. */
export type LanguageBuild = { readonly folder: string; remove(): Promise<void> };

/**
 * A copy of the build that falls back on this language instead of English: a browser shows an extension in its own
 * language only where its language packs are installed, and few machines have them all. Nothing else is changed.
 */
export async function buildInLanguage(language: string): Promise<LanguageBuild> {
  const folder = await mkdtemp(join(tmpdir(), `in-${language}-`));
  await cp(BUILDS[PRODUCT], folder, { recursive: true });
  const manifest = join(folder, 'manifest.json');
  const { default_locale: _, ...others } = JSON.parse(await readFile(manifest, 'utf8'));
  await writeFile(manifest, JSON.stringify({ ...others, default_locale: language }));
  const locales = join(folder, '_locales');
  const unused = (await readdir(locales)).filter((name) => name !== language);
  await Promise.all(unused.map((name) => rm(join(locales, name), { recursive: true })));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
