const UNRELEASED = '## Unreleased\n';

/**
 * Moves the unreleased part of the changelog under a version and its day. Returns the new changelog, and that part for the
 * stores. Throws if nothing is unreleased, or if the version exists already.
 */
export function cutRelease(changelog: string, version: string, day: string): { changelog: string; notes: string } {
  const [head, tail, duplicate] = changelog.split(UNRELEASED);
  if (head === undefined || tail === undefined || duplicate !== undefined)
    throw new Error('The changelog needs exactly one section "Unreleased"');
  if (changelog.includes(`\n## ${version} (`)) throw new Error(`The changelog has a section ${version} already`);
  const end = tail.search(/^## /m);
  const [unreleased, earlier] = end < 0 ? [tail, ''] : [tail.slice(0, end), tail.slice(end)];
  const notes = unreleased.trim();
  if (notes === '') throw new Error('The changelog has nothing unreleased');
  const section = `## ${version} (${day})\n\n${notes}\n`;
  return { changelog: `${[`${head}${UNRELEASED}`, section, earlier].filter(Boolean).join('\n')}`, notes: `${notes}\n` };
}
