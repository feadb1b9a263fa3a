import { expect, it } from 'vitest';
import { buildPosition } from '../../testing/builders.ts';
import { sortByDistance } from '../margin/position.ts';
import { sortBy } from './sort-by.ts';

it('puts a list in order, equals as they were, and leaves the list alone', () => {
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

it('R1: looks at each of a thousand positions as often as at one alone', () => {
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
