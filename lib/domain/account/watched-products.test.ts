import { describe, expect, it } from 'vitest';
import { buildAccount } from '../../testing/builders.ts';
import { canStopWatching, keepProduct, stopWatching } from './watched-products.ts';

const two = buildAccount({ products: ['USDT-FUTURES', 'COIN-FUTURES'] });
const one = buildAccount({ products: ['COIN-FUTURES'] });

describe('an account', () => {
  it('stops watching a product type, but not its last one', () => {
    expect(stopWatching(two, 'COIN-FUTURES')).toEqual({ ...two, products: ['USDT-FUTURES'] });
    expect(stopWatching(two, 'USDC-FUTURES')).toBe(two);
    expect(stopWatching(one, 'COIN-FUTURES')).toBe(one);
    expect([canStopWatching(two, 'COIN-FUTURES'), canStopWatching(one, 'COIN-FUTURES')]).toEqual([true, false]);
  });

  it('keeps a product type that it watches, once', () => {
    const kept = keepProduct(two, 'COIN-FUTURES');
    expect(kept).toEqual({ ...two, kept: ['COIN-FUTURES'] });
    expect(keepProduct(kept, 'COIN-FUTURES')).toBe(kept);
    expect(keepProduct(two, 'USDC-FUTURES')).toBe(two);
  });
});
