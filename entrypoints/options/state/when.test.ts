import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { when } from './when.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('resolves when the value is present or arrives later', async () => {
  const value = signal<number | undefined>(1);
  expect(await when(() => value.value)).toBe(1);
  value.value = undefined;
  const later = when(() => value.value, 100);
  value.value = 2;
  expect(await later).toBe(2);
});

it('resolves with undefined and stops reading when the timeout is over', async () => {
  const value = signal<number | undefined>(undefined);
  const find = vi.fn(() => value.value);
  const never = when(find, 100);
  vi.advanceTimersByTime(100);
  expect(await never).toBeUndefined();
  value.value = 1;
  expect(find).toHaveBeenCalledTimes(1);
});
