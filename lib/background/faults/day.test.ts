import { env } from 'node:process';
import { expect, it } from 'vitest';
import { HOUR } from '../../domain/core/time.ts';
import { simulateFaultyDay } from '../../testing/simulated-market/faulty-day.ts';
import { findProblems } from '../../testing/simulated-market/find-problems.ts';

/** The seeds of whole days (`npm run fault-days`). Otherwise two short days, a classic and a unified account. */
const wholeDays = env.FAULT_DAYS?.split(',').map(Number);
const SEEDS = wholeDays ?? [1, 2];
const LENGTH = wholeDays ? 24 * HOUR : 3 * HOUR;

it.each(SEEDS)(
  'reports every danger once, and shows nothing untrue, on a day of faults with seed %i',
  {
    timeout: 3_600_000,
  },
  async (seed) => {
    expect(findProblems(await simulateFaultyDay(seed, LENGTH))).toEqual([]);
  },
);
