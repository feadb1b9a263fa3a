import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as items from '../../browser/storage/items.ts';
import { load, read, write } from '../../browser/storage/store.ts';
import {
  dropUnsavedHideAmounts,
  latestSettings,
  saveHideAmounts,
  unsavedHideAmounts,
} from '../../browser/storage/unsaved-hide-amounts.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { hideOnStart, toggleAmounts } from './hide-amounts.ts';

describe('amounts', () => {
  it('are hidden by the command and shown by the next one', async () => {
    await toggleAmounts();
    expect(await read(items.settings)).toEqual({ ...DEFAULT_SETTINGS, hideAmounts: true });
    await toggleAmounts();
    expect(await read(items.settings)).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    [false, false, false],
    [false, true, true],
    [true, false, true],
    [true, true, true],
  ])('hidden before: %s, hidden at start by setting: %s; then hidden: %s', async (hideAmounts, wished, then) => {
    await write(items.settings, { ...DEFAULT_SETTINGS, hideAmounts, hideOnStart: wished });
    await hideOnStart();
    expect((await read(items.settings)).hideAmounts).toBe(then);
  });

  describe('on a full disk', () => {
    const fill = () =>
      vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    const areHidden = async () => {
      const latest = latestSettings(await load(items.settings), await load(unsavedHideAmounts));
      return 'value' in latest && [latest.value.hideAmounts, latest.isUnsaved];
    };

    it('L6 are hidden and shown in memory, which says that nothing is saved', async () => {
      fill();
      await toggleAmounts();
      expect(await areHidden()).toEqual([true, true]);
      await toggleAmounts();
      expect(await areHidden()).toEqual([false, false]);
      await toggleAmounts();
      expect((await read(items.settings)).hideAmounts).toBe(false);
    });

    it('L6 stay hidden when there is space again, with whatever else was stored since', async () => {
      const full = fill();
      await toggleAmounts();
      full.mockRestore();
      await write(items.settings, { ...DEFAULT_SETTINGS, theme: 'dark' });
      await saveHideAmounts();
      expect(await read(items.settings)).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', hideAmounts: true });
      expect(await areHidden()).toEqual([true, false]);
    });

    it('L6 follow a later choice that the disk took', async () => {
      const full = fill();
      await toggleAmounts();
      full.mockRestore();
      await write(items.settings, DEFAULT_SETTINGS);
      await dropUnsavedHideAmounts();
      expect(await areHidden()).toEqual([false, false]);
    });
  });

  it('stay unchanged when settings are unreadable', async () => {
    await fakeBrowser.storage.local.set({ settings: { v: 9, value: 'later' } });
    await Promise.all([toggleAmounts(), hideOnStart()]);
    expect(await load(items.settings)).toEqual({ state: 'future' });
  });
});
