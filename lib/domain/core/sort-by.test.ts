import { expect, it } from 'vitest';
import { buildPosition } from '../../testing/builders.ts';
import { sortByDistance } from '../margin/distance.ts';
import { sortBy } from './sort-by.ts';

it('sorts stably and does not change the list', () => {
  const i18n = ['ccc', 'a', 'bb', 'd'];
  expect(
    sortBy(
      i18n,
      ({ length }) => length,
      (a, b) => a - b,
    ),
  ).toEqual(['a', 'd', 'bb', 'ccc']);
  expect(i18n).toEqual(['ccc', 'a', 'bb', 'd']);
});

it('R1: computes each key once for a thousand positions', () => {
  const looksAt = (count: number): number => {
    let looks = 0;
    const portfolio = Array.from({ length: count }, (_, index) => {
      const liquidation = buildPosition({ liquidation: String((index * 7_919) % 1_000) }).liquidation;
      return Object.defineProperty(buildPosition(), 'liquidation', {
        get: () => {
          looks += 1;
          return liquidation;
        },
      });
    });
    sortByDistance(portfolio);
    return looks / count;
  };
  expect(looksAt(1)).toBeGreaterThan(0);
  expect(looksAt(1_000)).toBe(looksAt(1));
});
