import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILDS } from './build-paths.ts';
import { PRODUCT } from './launch.ts';

/** A build with the texts of a single language. */
export type LanguageBuild = { readonly folder: string; remove(): Promise<void> };

/**
 * Copies the build with this language as the fallback instead of English. A browser shows an extension in its own
 * language only where its language packs are installed, and few machines have them all.
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
