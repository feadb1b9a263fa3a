import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { git, runCommand } from './command.ts';
import { checkVersions, collectPackages } from './release/packages.ts';
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
 * Makes a release in a clone: version, changelog, packages, the fixture for update tests, commit, tag, and all tests of that
 * commit. A real release then moves commit and tag into this repository. Nothing leaves the machine.
 */
async function release(version: string, isReal: boolean, isTested: boolean): Promise<void> {
  const obstacles = await findObstacles(version, ROOT);
  for (const obstacle of obstacles) console.error(obstacle);
  if (isReal && !isTested) throw new Error('A real release needs its tests: omit --without-tests.');
  if (isReal && obstacles.length > 0) throw new Error('The release is refused for these reasons. Nothing has changed.');
  const to = join(ROOT, '.output/release', version);
  await inClone(ROOT, async (tree) => {
    const day = new Date().toISOString().slice(0, 10);
    const notes = await writeVersion(tree, version, day);
    await build(tree, version);
    await commit(tree, version, notes);
    if (isTested) await test(tree);
    else console.log('\nNot run: npm test, npm run lint:package');
    const names = await collectPackages(join(tree, '.output'), version, notes, to);
    console.log(`\nIn ${relative(process.cwd(), to)}:\n${names.map((name) => `  ${name}`).join('\n')}`);
    console.log(`\n${await git(tree, 'show', '--stat', '--format=%s (%an)', 'HEAD')}`);
    if (isReal) await takeOver(tree, version);
  });
  console.log(
    isReal
      ? `\nmain is at ${version}, tagged v${version}. Nothing was sent; docs/release.md lists the next steps.`
      : `\nA dry run. npm run release -- ${version} --for-real would move main to that commit and tag it v${version}.`,
  );
  if (obstacles.length > 0) throw new Error('A real release would be refused for the reasons above.');
}

async function build(tree: string, version: string): Promise<void> {
  for (const line of ['npm ci', 'npm run zip', 'npm run sbom', `npm run release:archive -- ${version}`])
    await runCommand(tree, line);
  await checkVersions(join(tree, '.output'), version);
}

async function test(tree: string): Promise<void> {
  for (const line of ['npm test', 'npm run lint:package']) await runCommand(tree, line);
}

async function takeOver(tree: string, version: string): Promise<void> {
  await git(ROOT, 'fetch', '--quiet', tree, 'main', `refs/tags/v${version}:refs/tags/v${version}`);
  await git(ROOT, 'merge', '--quiet', '--ff-only', 'FETCH_HEAD');
}
