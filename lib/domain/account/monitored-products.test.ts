import { describe, expect, it } from 'vitest';
import { buildAccount } from '../../testing/builders.ts';
import { canStopMonitoring, keepMonitoring, stopMonitoring } from './monitored-products.ts';

const two = buildAccount({ products: ['USDT-FUTURES', 'COIN-FUTURES'] });
const one = buildAccount({ products: ['COIN-FUTURES'] });

describe('an account', () => {
  it('stops monitoring a product type, but not its last one', () => {
    expect(stopMonitoring(two, 'COIN-FUTURES')).toEqual({ ...two, products: ['USDT-FUTURES'] });
    expect(stopMonitoring(two, 'USDC-FUTURES')).toBe(two);
    expect(stopMonitoring(one, 'COIN-FUTURES')).toBe(one);
    expect([canStopMonitoring(two, 'COIN-FUTURES'), canStopMonitoring(one, 'COIN-FUTURES')]).toEqual([true, false]);
  });

  it('keeps a product type that it monitors, once', () => {
    const kept = keepMonitoring(two, 'COIN-FUTURES');
    expect(kept).toEqual({ ...two, kept: ['COIN-FUTURES'] });
    expect(keepMonitoring(kept, 'COIN-FUTURES')).toBe(kept);
    expect(keepMonitoring(two, 'USDC-FUTURES')).toBe(two);
  });
});
