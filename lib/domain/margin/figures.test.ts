import { expect, it } from 'vitest';
import { margin, unified } from '../../testing/builders.ts';
import { figuresOf } from './figures.ts';

it('gives the figures of either family, in their order', () => {
  const classic = figuresOf(margin({ available: '1.50', grant: '3' }));
  expect(classic).toHaveLength(19);
  expect(classic[0]).toEqual(['available', '1.50']);
  expect(classic.at(-1)).toEqual(['grant', '3']);
  const pool = figuresOf(unified({ accountEquity: '7', bonus: null }));
  expect(pool).toHaveLength(14);
  expect(pool[0]).toEqual(['accountEquity', '7']);
  expect(pool.at(-1)).toEqual(['bonus', { raw: null }]);
});
