import { git } from '../command.ts';

/** What stands in the way of a release of this version, each in a sentence; nothing where all is well. */
export async function findObstacles(version: string, root: string): Promise<readonly string[]> {
  const [changes, branch, tags] = await Promise.all([
    git(root, 'status', '--porcelain'),
    git(root, 'branch', '--show-current'),
    git(root, 'tag', '--list', `v${version}`),
  ]);
  return [
    ...(changes === '' ? [] : [`The tree is not clean:\n${changes}`]),
    ...(branch === 'main' ? [] : [`This is the branch "${branch}", and releases are made on main.`]),
    ...(tags === '' ? [] : [`There is a tag v${version} already.`]),
  ];
}
