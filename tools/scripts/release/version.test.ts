import { describe, expect, it } from 'vitest';
import { nextVersion } from './version.ts';

describe('the next version', () => {
  it.each([
    ['0.1.0', 'patch', '0.1.1'],
    ['0.1.9', 'minor', '0.2.0'],
    ['0.9.7', 'major', '1.0.0'],
    ['0.1.0', '0.2.0', '0.2.0'],
    ['0.9.0', '0.10.0', '0.10.0'],
    ['1.9.9', '2.0.0', '2.0.0'],
  ])('after %s, %s is %s', (current, wanted, next) => {
    expect(nextVersion(current, wanted)).toBe(next);
  });

  it.each(['0.1.0', '0.0.9', '0.1'])('is not %s after 0.1.0', (wanted) => {
    expect(() => nextVersion('0.1.0', wanted)).toThrow(wanted);
  });

  it.each(['', 'next', 'v1.0.0', '1.0.0-beta', '1.0.0.0', '01.0.0', '1.0.65536'])('is never "%s"', (wanted) => {
    expect(() => nextVersion('0.1.0', wanted)).toThrow('is no version');
  });
});
