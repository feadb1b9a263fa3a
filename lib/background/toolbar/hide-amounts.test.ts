import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as items from '../../browser/storage/items.ts';
import { load, read, write } from '../../browser/storage/store.ts';
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

  it('stay unchanged when settings are unreadable', async () => {
    await fakeBrowser.storage.local.set({ settings: { v: 9, value: 'later' } });
    await Promise.all([toggleAmounts(), hideOnStart()]);
    expect(await load(items.settings)).toEqual({ state: 'future' });
  });
});
