import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { follow, git } from './command.ts';
import { checkVersions, collect } from './release/packages.ts';
import { findObstacles } from './release/preconditions.ts';
import { commit, inClone, writeVersion } from './release/tree.ts';
import { nextVersion } from './release/version.ts';

const ROOT = resolve(import.meta.dirname, '../..');

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean' }, 'for-real': { type: 'boolean' }, 'without-tests': { type: 'boolean' } },
  });
  const isReal = values['for-real'] === true && values['dry-run'] !== true;
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  await release(nextVersion(version, positionals[0] ?? 'minor'), isReal, values['without-tests'] !== true);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * Makes a release in a clone: version, changelog, packages, what updates are tested against, commit and tag, and every test on
 * that commit. A dry run leaves it there; a real one takes commit and tag over. Nothing is sent anywhere.
 */
async function release(version: string, isReal: boolean, isTested: boolean): Promise<void> {
  const obstacles = await findObstacles(version, ROOT);
  for (const obstacle of obstacles) console.error(obstacle);
  if (isReal && !isTested) throw new Error('A release for real is tested.');
  if (isReal && obstacles.length > 0) throw new Error('Nothing was done.');
  const to = join(ROOT, '.output/release', version);
  await inClone(ROOT, async (tree) => {
    const day = new Date().toISOString().slice(0, 10);
    const notes = await writeVersion(tree, version, day);
    await build(tree, version);
    await commit(tree, version, notes);
    if (isTested) await test(tree);
    else console.log('\nNot run: npm test, npm run lint:package');
    const names = await collect(join(tree, '.output'), version, notes, to);
    console.log(`\nIn ${relative(process.cwd(), to)}:\n${names.map((name) => `  ${name}`).join('\n')}`);
    console.log(`\n${await git(tree, 'show', '--stat', '--format=%s (%an)', 'HEAD')}`);
    if (isReal) await takeOver(tree, version);
  });
  console.log(
    isReal
      ? `\nmain is at ${version}, tagged v${version}. Nothing was sent; docs/release.md says what comes next.`
      : `\nA dry run. npm run release -- ${version} --for-real would move main on to that commit, and tag it v${version}.`,
  );
  if (obstacles.length > 0) throw new Error('It would refuse, for what is said above.');
}

async function build(tree: string, version: string): Promise<void> {
  for (const line of ['npm ci', 'npm run zip', 'npm run sbom', `npm run release:archive -- ${version}`])
    await follow(tree, line);
  await checkVersions(join(tree, '.output'), version);
}

async function test(tree: string): Promise<void> {
  for (const line of ['npm test', 'npm run lint:package']) await follow(tree, line);
}

async function takeOver(tree: string, version: string): Promise<void> {
  await git(ROOT, 'fetch', '--quiet', tree, 'main', `refs/tags/v${version}:refs/tags/v${version}`);
  await git(ROOT, 'merge', '--quiet', '--ff-only', 'FETCH_HEAD');
}
