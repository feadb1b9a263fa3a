/** The part of the version that a release increases. */
const STEPS = ['major', 'minor', 'patch'] as const;
type Step = (typeof STEPS)[number];
type Version = readonly [major: number, minor: number, patch: number];

/**
 * Returns the requested version, given as a number or as a step from the current one. Throws if it is invalid or not later
 * than the current one, because both stores reject such a package.
 */
export function nextVersion(current: string, wanted: string): string {
  const before = parse(current);
  const next = isStep(wanted) ? increase(before, wanted) : parse(wanted);
  if (compare(next, before) <= 0) throw new Error(`${next.join('.')} is not later than ${current}`);
  return next.join('.');
}

function isStep(wanted: string): wanted is Step {
  return STEPS.some((step) => step === wanted);
}

function increase([major, minor, patch]: Version, step: Step): Version {
  switch (step) {
    case 'major':
      return [major + 1, 0, 0];
    case 'minor':
      return [major, minor + 1, 0];
    case 'patch':
      return [major, minor, patch + 1];
  }
}

/** Browsers accept only numbers, each below 65,536 and without leading zeros. */
function parse(version: string): Version {
  const [, major, minor, patch] = (/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(version) ?? []).map(Number);
  if (major === undefined || minor === undefined || patch === undefined || Math.max(major, minor, patch) > 65_535)
    throw new Error(`"${version}" is not a version. Use ${STEPS.join(', ')} or a number such as 1.2.3`);
  return [major, minor, patch];
}

function compare(one: Version, other: Version): number {
  return one.map((number, index) => number - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
