import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { follow, git } from '../command.ts';
import { cutRelease } from './changelog.ts';

/** A clone of the repository's last commit, in which a release is made and tested; the repository itself is left alone. */
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

/** Writes the version, and the changelog's section; returns what is new in it, as Markdown. */
export async function writeVersion(tree: string, version: string, day: string): Promise<string> {
  const file = join(tree, 'CHANGELOG.md');
  const { changelog, notes } = cutRelease(await readFile(file, 'utf8'), version, day);
  await writeFile(file, changelog);
  await follow(tree, `npm version ${version} --no-git-tag-version --ignore-scripts`);
  return notes;
}

/** Commits what the release has changed and tags it. */
export async function commit(tree: string, version: string, notes: string): Promise<void> {
  await git(tree, 'add', '--all');
  await git(tree, 'commit', '--quiet', '--message', `Release ${version}.`);
  await git(tree, 'tag', '--annotate', `v${version}`, '--message', `Margin Glance ${version}`, '--message', notes);
}
