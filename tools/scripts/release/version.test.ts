import { describe, expect, it } from 'vitest';
import { nextVersion } from './version.ts';

describe('nextVersion', () => {
  it.each([
    ['0.1.0', 'patch', '0.1.1'],
    ['0.1.9', 'minor', '0.2.0'],
    ['0.9.7', 'major', '1.0.0'],
    ['0.1.0', '0.2.0', '0.2.0'],
    ['0.9.0', '0.10.0', '0.10.0'],
    ['1.9.9', '2.0.0', '2.0.0'],
  ])('%s increased by %s is %s', (current, wanted, next) => {
    expect(nextVersion(current, wanted)).toBe(next);
  });

  it.each(['0.1.0', '0.0.9', '0.1'])('rejects %s after 0.1.0', (wanted) => {
    expect(() => nextVersion('0.1.0', wanted)).toThrow(wanted);
  });

  it.each(['', 'next', 'v1.0.0', '1.0.0-beta', '1.0.0.0', '01.0.0', '1.0.65536'])(
    'rejects "%s" as invalid',
    (wanted) => {
      expect(() => nextVersion('0.1.0', wanted)).toThrow('is not a version');
    },
  );
});
