import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isNumber } from '../../domain/core/guards.ts';
import { defineLocalItem, defineSessionItem } from './define-item.ts';
import { StoreError, write } from './store.ts';
import { loadAll, readAll, watchAny } from './store-many.ts';

const first = defineLocalItem('first', isNumber, 1);
const second = defineLocalItem('second', isNumber, 2);
const inSession = defineSessionItem('first', isNumber, 3);

describe('several stored values', () => {
  it('take one read of each storage area', async () => {
    await write(second, 20);
    const reads = [vi.spyOn(fakeBrowser.storage.local, 'get'), vi.spyOn(fakeBrowser.storage.session, 'get')];
    expect(await loadAll({ first, second, inSession })).toEqual({
      first: { state: 'absent', value: 1 },
      second: { state: 'ok', value: 20 },
      inSession: { state: 'absent', value: 3 },
    });
    expect(reads.map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it('are parsed separately, so that a corrupt one does not affect the others', async () => {
    await fakeBrowser.storage.local.set({ first: 'damaged', second: { v: 9, value: 'later' } });
    expect(await loadAll({ first, second, inSession })).toMatchObject({
      first: { state: 'corrupt' },
      second: { state: 'future' },
      inSession: { state: 'absent' },
    });
    await expect(readAll({ inSession, first })).rejects.toThrow(new StoreError('first', 'corrupt').message);
    expect(await readAll({ inSession })).toEqual({ inSession: 3 });
  });

  it('are closed only in the area whose read the browser rejects', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('damaged'));
    expect(await loadAll({ first, second, inSession })).toEqual({
      first: { state: 'unavailable' },
      second: { state: 'unavailable' },
      inSession: { state: 'absent', value: 3 },
    });
  });

  it('call a watcher once for each write, and never for the same key of another area', async () => {
    const changed = vi.fn();
    watchAny([first, second], changed);
    await fakeBrowser.storage.local.set({ first: 1, second: 2 });
    expect(changed).toHaveBeenCalledTimes(1);
    await fakeBrowser.storage.session.set({ first: 1 });
    await fakeBrowser.storage.local.set({ other: 1 });
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
