import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openPopup } from './lifecycle.ts';

const create = vi.fn(async () => ({}));

beforeEach(() => {
  create.mockClear();
  Object.assign(fakeBrowser.tabs, { create });
});

it('opens the popup without a tab', async () => {
  const openPopup = vi.fn(async () => undefined);
  Object.assign(fakeBrowser, { action: { openPopup } });
  await openPopup();
  expect(openPopup).toHaveBeenCalledTimes(1);
  expect(create).not.toHaveBeenCalled();
});

it.each([
  ['lets no popup be opened', { openPopup: async () => Promise.reject(new Error('no window')) }],
  ['has no such call', {}],
])("opens the view's own window where the browser %s", async (_, action) => {
  const createWindow = vi.fn(async () => ({}));
  Object.assign(fakeBrowser, { action });
  Object.assign(fakeBrowser.windows, { create: createWindow });
  await openPopup();
  expect(createWindow).toHaveBeenCalledWith(expect.objectContaining({ url: expect.stringMatching(/\/window\.html$/) }));
  expect(create).not.toHaveBeenCalled();
});
