import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { git, runCommand } from '../command.ts';
import { cutRelease } from './changelog.ts';

/** Clones the last commit of the repository into a temporary folder, and runs `work` in it. */
export async function inClone<T>(root: string, work: (tree: string) => Promise<T>): Promise<T> {
  const place = await mkdtemp(join(tmpdir(), 'release-'));
  const tree = join(place, 'margin-glance');
  try {
    await git(root, 'clone', '--quiet', '--no-hardlinks', root, tree);
    for (const name of ['user.name', 'user.email']) await git(tree, 'config', name, await git(root, 'config', name));
    return await work(tree);
  } finally {
    await rm(place, { recursive: true });
  }
}

/** Writes the version and the section of the changelog. Returns the content of that section as Markdown. */
export async function writeVersion(tree: string, version: string, day: string): Promise<string> {
  const file = join(tree, 'CHANGELOG.md');
  const { changelog, notes } = cutRelease(await readFile(file, 'utf8'), version, day);
  await writeFile(file, changelog);
  await runCommand(tree, `npm version ${version} --no-git-tag-version --ignore-scripts`);
  return notes;
}

/** Commits and tags the changes of the release. */
export async function commit(tree: string, version: string, notes: string): Promise<void> {
  await git(tree, 'add', '--all');
  await git(tree, 'commit', '--quiet', '--message', `Release ${version}`);
  await git(tree, 'tag', '--annotate', `v${version}`, '--message', `Margin Glance ${version}`, '--message', notes);
}
