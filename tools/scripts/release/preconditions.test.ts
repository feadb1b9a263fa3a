import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { git } from '../command.ts';
import { findObstacles } from './preconditions.ts';

describe('findObstacles', () => {
  let root: string;
  const isClear = async () => (await findObstacles('1.2.3', root)).length === 0;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'obstacles-'));
    await git(root, 'init', '--quiet', '--initial-branch', 'main');
    await writeFile(join(root, 'file'), 'one');
    await git(root, 'add', '--all');
    await git(root, '-c', 'user.name=A', '-c', 'user.email=a@b.example', 'commit', '--quiet', '--message', 'One.');
  });
  afterEach(() => rm(root, { recursive: true }));

  it('finds nothing on a clean main', async () => {
    expect(await findObstacles('1.2.3', root)).toEqual([]);
    await git(root, 'tag', 'v1.2.2');
    expect(await isClear()).toBe(true);
  });

  it('finds a changed or untracked file', async () => {
    await writeFile(join(root, 'file'), 'two');
    expect(await findObstacles('1.2.3', root)).toEqual([expect.stringMatching(/not clean:\n M file/)]);
    await git(root, 'checkout', '--quiet', 'file');
    await writeFile(join(root, 'other'), 'one');
    expect(await isClear()).toBe(false);
  });

  it('finds another branch, and a tag of that version', async () => {
    await git(root, 'checkout', '--quiet', '-b', 'side');
    await git(root, 'tag', 'v1.2.3');
    expect(await findObstacles('1.2.3', root)).toEqual([
      expect.stringContaining('"side"'),
      expect.stringContaining('v1.2.3'),
    ]);
  });
});
