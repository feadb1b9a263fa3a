import { describe, expect, it } from 'vitest';
import { mayRetry, sortByPriority } from './product-order.ts';

const priorities = [
  { product: 'USDC-FUTURES', isAtRisk: true },
  { product: 'COIN-FUTURES', isAtRisk: true },
  { product: 'USDT-FUTURES', isAtRisk: false },
] as const;

describe('product types', () => {
  it('are read riskiest first', () => {
    expect(sortByPriority(['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES'], priorities)).toEqual([
      'USDC-FUTURES',
      'COIN-FUTURES',
      'USDT-FUTURES',
    ]);
  });

  it('without a known risk follow in the order of the user', () => {
    const known = [{ product: 'USDC-FUTURES', isAtRisk: false }] as const;
    expect(sortByPriority(['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES'], known)).toEqual([
      'USDC-FUTURES',
      'USDT-FUTURES',
      'COIN-FUTURES',
    ]);
  });
});

describe('the one retry of an account', () => {
  it('belongs to the riskiest product type that is still awaited', () => {
    const isAwaited = (product: string) => product !== 'USDC-FUTURES';
    expect(mayRetry('USDC-FUTURES', priorities, () => true)).toBe(true);
    expect(mayRetry('COIN-FUTURES', priorities, () => true)).toBe(false);
    expect(mayRetry('COIN-FUTURES', priorities, isAwaited)).toBe(true);
    expect(mayRetry('USDT-FUTURES', priorities, isAwaited)).toBe(false);
  });

  it('belongs to any product type once none at risk is awaited', () => {
    expect(mayRetry('USDT-FUTURES', priorities, (product) => product === 'USDT-FUTURES')).toBe(true);
    expect(mayRetry('USDT-FUTURES', [], () => true)).toBe(true);
  });
});
