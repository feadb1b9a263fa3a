import { expect, it } from 'vitest';
import type { Decimal } from '../money/amount.ts';
import { compareProgress, liquidationProgress } from './liquidation-progress.ts';

const progress = (rate: string | null, distance: string | null) =>
  liquidationProgress(rate as Decimal | null, distance as Decimal | null);

it.each([
  ['0.3', null, '0.3'],
  ['0.3', '0.05', '0.5'],
  ['0.95', '0.05', '0.95'],
  [null, '0.01', '0.9'],
  ['0.3', '0', '1'],
  ['0.3', '1.5', '0.3'],
])('of a rate of %s and a distance of %s is %s', (rate, distance, expected) => {
  expect(Number(progress(rate, distance))).toBe(Number(expected));
});

it('is unknown when both are, which comes before any known one', () => {
  expect(progress(null, null)).toBeNull();
  const sorted = [progress('0.2', null), null, progress(null, '0.5')].toSorted(compareProgress);
  expect(sorted.map((each) => each && Number(each))).toEqual([null, -4, 0.2]);
});
