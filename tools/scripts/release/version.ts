/** How far a release goes on from the one before. */
const STEPS = ['major', 'minor', 'patch'] as const;
type Step = (typeof STEPS)[number];
type Version = readonly [major: number, minor: number, patch: number];

/**
 * The version that is wanted, by its number or as a step from the current one. Throws where it is neither, or not later:
 * both stores refuse a package that is no later than the one that they have.
 */
export function nextVersion(current: string, wanted: string): string {
  const before = parse(current);
  const next = isStep(wanted) ? stepped(before, wanted) : parse(wanted);
  if (compare(next, before) <= 0) throw new Error(`${next.join('.')} is no later than ${current}`);
  return next.join('.');
}

function isStep(wanted: string): wanted is Step {
  return STEPS.some((step) => step === wanted);
}

function stepped([major, minor, patch]: Version, step: Step): Version {
  switch (step) {
    case 'major':
      return [major + 1, 0, 0];
    case 'minor':
      return [major, minor + 1, 0];
    case 'patch':
      return [major, minor, patch + 1];
  }
}

/** Browsers take numbers alone, each below 65,536 and without a zero in front. */
function parse(version: string): Version {
  const [, major, minor, patch] = (/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(version) ?? []).map(Number);
  if (major === undefined || minor === undefined || patch === undefined || Math.max(major, minor, patch) > 65_535)
    throw new Error(`"${version}" is no version; ${STEPS.join(', ')} or one like 1.2.3 is`);
  return [major, minor, patch];
}

function compare(one: Version, other: Version): number {
  return one.map((number, index) => number - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
