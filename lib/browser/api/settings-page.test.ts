import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { load } from '../storage/store.ts';
import { openOptions, settingsHash } from './settings-page.ts';

const ADDRESS = browser.runtime.getURL('/options.html');

function mockBrowser(query: () => Promise<unknown>) {
  const queried = vi.spyOn(browser.tabs, 'query').mockImplementation(query as never);
  const opened = vi.spyOn(browser.runtime, 'openOptionsPage').mockResolvedValue();
  const shown = vi.spyOn(browser.tabs, 'update').mockResolvedValue({} as never);
  const raised = vi.spyOn(browser.windows, 'update').mockResolvedValue({} as never);
  return { queried, opened, shown, raised };
}

describe('the settings', () => {
  it('are opened when no tab shows them', async () => {
    const { queried, opened, shown } = mockBrowser(async () => []);
    await openOptions({ pane: 'alerts', account: null });
    expect(queried).toHaveBeenCalledWith({ url: ADDRESS });
    expect(opened).toHaveBeenCalledOnce();
    expect(shown).not.toHaveBeenCalled();
    expect(await load(settingsHash)).toMatchObject({ value: '#alerts' });
  });

  it('come to the front when a tab shows them, whatever its pane', async () => {
    const { opened, shown, raised } = mockBrowser(async () => [{ id: 4, windowId: 2, url: `${ADDRESS}#alerts` }]);
    await openOptions();
    expect(shown).toHaveBeenCalledWith(4, { active: true });
    expect(raised).toHaveBeenCalledWith(2, { focused: true });
    expect(opened).not.toHaveBeenCalled();
  });

  it('are opened when the browser lists no tabs', async () => {
    const { opened } = mockBrowser(() => Promise.reject(new Error('not here')));
    await openOptions();
    expect(opened).toHaveBeenCalledOnce();
  });
});
