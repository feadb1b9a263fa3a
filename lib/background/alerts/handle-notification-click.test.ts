import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { shownCard } from '../../browser/api/popup-window.ts';
import * as alerts from '../../browser/storage/alert-items.ts';
import { read, write } from '../../browser/storage/store.ts';
import { NO_ALERT_STATES } from '../../domain/alert/update-alert-states.ts';
import { raisedState } from '../../testing/alerts.ts';
import { handleNotificationClick } from './handle-notification-click.ts';

const KEY = 'risk/main/USDT-FUTURES/USDT';
const URL = 'https://www.bitget.com/futures/usdt/BTCUSDT';
const openPopup = vi.fn(async () => undefined);
const createTab = vi.fn(async () => ({}));
const createWindow = vi.fn(async (_: unknown) => ({}));

const seen = async () =>
  Object.entries((await read(alerts.alertStates)).states)
    .filter(([, { seen: known }]) => known !== undefined)
    .map(([key]) => key);

beforeEach(async () => {
  for (const each of [openPopup, createTab, createWindow]) each.mockClear();
  Object.assign(fakeBrowser, { action: { openPopup } });
  Object.assign(fakeBrowser.tabs, { create: createTab });
  Object.assign(fakeBrowser.windows, { create: createWindow });
  const shown = (at: number) => raisedState('danger', { lastNotified: { level: 'danger', at } });
  const states = { [KEY]: shown(17), 'risk/sub/USDT-FUTURES/USDT': shown(17), 'condition/c': shown(5) };
  await write(alerts.alertStates, { ...NO_ALERT_STATES, states });
});

describe('a click on a notification', () => {
  it('opens the view of its account', async () => {
    await handleNotificationClick(`alert/${KEY}/17 ${URL}`, null);
    expect(openPopup).toHaveBeenCalledTimes(1);
    expect(await read(shownCard)).toBe('main/USDT-FUTURES/USDT');
    expect(createTab).not.toHaveBeenCalled();
  });

  it("opens the view's own window where no popup can be opened, never a tab", async () => {
    openPopup.mockRejectedValueOnce(new Error('no window'));
    await handleNotificationClick(`alert/${KEY}/17`, null);
    expect(createWindow.mock.calls[0]?.[0]).toMatchObject({
      type: 'popup',
      url: expect.stringMatching(/\/window\.html$/),
    });
    expect(await read(shownCard)).toBe('main/USDT-FUTURES/USDT');
    expect(createTab).not.toHaveBeenCalled();
  });

  it.each(['test', 'alert/several/17', 'alert/locked/17'])('on %s opens the view of all accounts', async (id) => {
    await handleNotificationClick(id, null);
    expect(await read(shownCard)).toBeNull();
  });

  it('on the first button opens the contract at Bitget', async () => {
    await handleNotificationClick(`alert/${KEY}/17 ${URL}`, 0);
    expect(createTab.mock.calls).toEqual([[{ url: URL }]]);
    expect(await seen()).toEqual([]);
  });

  it.each([
    [`alert/${KEY}/17 ${URL}`, 1, [KEY]],
    ['alert/condition/c/5', 0, ['condition/c']],
    ['alert/several/17', 0, [KEY, 'risk/sub/USDT-FUTURES/USDT']],
    ['alert/condition/gone/5', 0, []],
  ])('on the last button of %s acknowledges its alerts alone', async (id, button, keys) => {
    await handleNotificationClick(id, button);
    expect(await seen()).toEqual(keys);
    expect(createTab).not.toHaveBeenCalled();
  });
});
