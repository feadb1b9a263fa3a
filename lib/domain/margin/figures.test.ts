import { expect, it } from 'vitest';
import { buildMargin, buildUnified } from '../../testing/builders.ts';
import { listFigures } from './figures.ts';

it('gives the figures of either family, in their order', () => {
  const classic = listFigures(buildMargin({ available: '1.50', grant: '3' }));
  expect(classic).toHaveLength(19);
  expect(classic[0]).toEqual(['available', '1.50']);
  expect(classic.at(-1)).toEqual(['grant', '3']);
  const pool = listFigures(buildUnified({ accountEquity: '7', bonus: null }));
  expect(pool).toHaveLength(14);
  expect(pool[0]).toEqual(['accountEquity', '7']);
  expect(pool.at(-1)).toEqual(['bonus', { raw: null }]);
});
