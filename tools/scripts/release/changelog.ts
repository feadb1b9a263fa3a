const UNRELEASED = '## Unreleased\n';

/**
 * The changelog with all that is unreleased under a version and its day, and that part alone, for the stores. Throws
 * where nothing is unreleased, or the version is there already.
 */
export function cutRelease(changelog: string, version: string, day: string): { changelog: string; notes: string } {
  const [head, rest, again] = changelog.split(UNRELEASED);
  if (head === undefined || rest === undefined || again !== undefined)
    throw new Error('The changelog has not one section "Unreleased"');
  if (changelog.includes(`\n## ${version} (`)) throw new Error(`The changelog has a section ${version} already`);
  const end = rest.search(/^## /m);
  const [news, before] = end < 0 ? [rest, ''] : [rest.slice(0, end), rest.slice(end)];
  const notes = news.trim();
  if (notes === '') throw new Error('The changelog has nothing unreleased');
  const section = `## ${version} (${day})\n\n${notes}\n`;
  return { changelog: `${[`${head}${UNRELEASED}`, section, before].filter(Boolean).join('\n')}`, notes: `${notes}\n` };
}
