import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../core/time.ts';
import { type FundingReading, isFundingDue } from './funding.ts';

const NOW = 1_700_000_000_000;
const asked = (ago: number, outcome: FundingReading['outcome'] = null): FundingReading => ({
  revision: 1,
  family: 'unified',
  askedAt: NOW - ago,
  outcome,
});
const refused = { state: 'failed', failure: { kind: 'refused', code: '40014', cause: 'permission' } } as const;

describe('a wallet', () => {
  it.each<[string, FundingReading | undefined, boolean]>([
    ['that was never asked for', undefined, true],
    ['asked for a moment ago', asked(SECOND), false],
    ['asked for less than a period ago', asked(MINUTE - 1), false],
    ['asked for a period ago', asked(MINUTE), true],
    ['of an earlier key', { ...asked(SECOND), revision: 0 }, true],
    ['asked for in the future, before the clock was set back', asked(-SECOND), true],
    ['that timed out', asked(MINUTE, { state: 'failed', failure: { kind: 'timeout' } }), true],
    ['refused less than a quarter of an hour ago', asked(15 * MINUTE - 1, refused), false],
    ['refused a quarter of an hour ago', asked(15 * MINUTE, refused), true],
  ])('%s is due: %#', (_, known, isDue) => {
    expect(isFundingDue(known, 1, 60, NOW)).toBe(isDue);
  });
});
