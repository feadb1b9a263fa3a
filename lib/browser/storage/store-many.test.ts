import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isNumber } from '../../domain/core/guards.ts';
import { defineLocalItem, defineSessionItem } from './define-item.ts';
import { StoreError, write } from './store.ts';
import { loadAll, readAll, watchAny } from './store-many.ts';

const first = defineLocalItem('first', isNumber, 1);
const second = defineLocalItem('second', isNumber, 2);
const brief = defineSessionItem('first', isNumber, 3);

describe('several stored values', () => {
  it('come by one read of each area', async () => {
    await write(second, 20);
    const reads = [vi.spyOn(fakeBrowser.storage.local, 'get'), vi.spyOn(fakeBrowser.storage.session, 'get')];
    expect(await loadAll({ first, second, brief })).toEqual({
      first: { state: 'absent', value: 1 },
      second: { state: 'good', value: 20 },
      brief: { state: 'absent', value: 3 },
    });
    expect(reads.map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it('are each what they are: one that is damaged spoils no other', async () => {
    await fakeBrowser.storage.local.set({ first: 'damaged', second: { v: 9, value: 'later' } });
    expect(await loadAll({ first, second, brief })).toMatchObject({
      first: { state: 'broken' },
      second: { state: 'newer' },
      brief: { state: 'absent' },
    });
    await expect(readAll({ brief, first })).rejects.toThrow(new StoreError('first', 'broken').message);
    expect(await readAll({ brief })).toEqual({ brief: 3 });
  });

  it('are closed where the browser gives out nothing, in that area alone', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('damaged'));
    expect(await loadAll({ first, second, brief })).toEqual({
      first: { state: 'closed' },
      second: { state: 'closed' },
      brief: { state: 'absent', value: 3 },
    });
  });

  it('are watched together: one call for each write, and none for the same key of another area', async () => {
    const changed = vi.fn();
    watchAny([first, second], changed);
    await fakeBrowser.storage.local.set({ first: 1, second: 2 });
    expect(changed).toHaveBeenCalledTimes(1);
    await fakeBrowser.storage.session.set({ first: 1 });
    await fakeBrowser.storage.local.set({ other: 1 });
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
