import { expect, it } from 'vitest';
import { buildPosition } from '../../testing/builders.ts';
import type { Decimal } from '../money/amount.ts';
import { shortenPrice, withShortPrice } from './short-price.ts';

it.each([
  ['54216.8674698795', '54216.86', '54216.87'],
  ['140.123456', '140.123', '140.124'],
  ['3.00000001', '3', '3.00001'],
  ['0.000012345678', '0.0000123456', '0.0000123457'],
  ['1.50', '1.50', '1.50'],
  ['2871.4', '2871.4', '2871.4'],
  ['60000', '60000', '60000'],
  ['-5025939.48', '-5025939.48', '-5025939.48'],
  ['1999.999999', '1999.99', '2000.00'],
])('shortens %s to %s, or up to %s', (price, cut, up) => {
  expect(shortenPrice(price as Decimal)).toBe(cut);
  expect(shortenPrice(price as Decimal, true)).toBe(up);
});

it('never moves a liquidation price away from the mark price', () => {
  const at = (mark: string, liquidation: string) => withShortPrice(buildPosition({ mark, liquidation })).liquidation;
  expect(at('60000', '54216.8674698795')).toBe('54216.87');
  expect(at('60000', '65555.5559')).toBe('65555.55');
  expect(withShortPrice(buildPosition({ liquidation: 'x' })).liquidation).toEqual({ raw: 'x' });
});
