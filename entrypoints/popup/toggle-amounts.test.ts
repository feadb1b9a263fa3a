import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settings } from '../../lib/browser/storage/items.ts';
import { load, read } from '../../lib/browser/storage/store.ts';
import { latestSettings, unsavedHideAmounts } from '../../lib/browser/storage/unsaved-hide-amounts.ts';
import { isToggleLost, toggleAmounts } from './toggle-amounts.ts';

const refuse = (area: 'local' | 'session') =>
  vi.spyOn(fakeBrowser.storage[area], 'set').mockRejectedValue(new Error('QuotaExceededError'));
const isHidden = async () => {
  const known = latestSettings(await load(settings), await load(unsavedHideAmounts));
  return 'value' in known && known.value.hideAmounts;
};

afterEach(() => {
  vi.restoreAllMocks();
});

it('says that a choice was lost when neither disk nor memory takes it, until one of them does', async () => {
  await toggleAmounts();
  expect([isToggleLost.value, (await read(settings)).hideAmounts]).toEqual([false, true]);
  refuse('local');
  const memory = refuse('session');
  await toggleAmounts();
  expect([isToggleLost.value, await isHidden()]).toEqual([true, true]);
  memory.mockRestore();
  await toggleAmounts();
  expect([isToggleLost.value, await isHidden()]).toEqual([false, false]);
});
