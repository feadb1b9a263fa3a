import { effect } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import { lazy } from './lazy.ts';

it('loads once when asked, then updates the effects that read its value', async () => {
  const load = vi.fn(async () => 'details');
  const details = lazy(load);
  const seen: unknown[] = [];
  const stop = effect(() => {
    seen.push(details.value);
  });
  expect(load).not.toHaveBeenCalled();
  expect(await Promise.all([details.load(), details.load()])).toEqual(['details', 'details']);
  expect(load).toHaveBeenCalledOnce();
  expect(seen).toEqual([null, 'details']);
  stop();
});
