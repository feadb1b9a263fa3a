import { git } from '../command.ts';

/** Returns the reasons against a release of this version, each as a sentence. */
export async function findObstacles(version: string, root: string): Promise<readonly string[]> {
  const [changes, branch, tags] = await Promise.all([
    git(root, 'status', '--porcelain'),
    git(root, 'branch', '--show-current'),
    git(root, 'tag', '--list', `v${version}`),
  ]);
  return [
    ...(changes === '' ? [] : [`The tree is not clean:\n${changes}`]),
    ...(branch === 'main' ? [] : [`This is the branch "${branch}", but releases are made on main.`]),
    ...(tags === '' ? [] : [`The tag v${version} exists already.`]),
  ];
}
