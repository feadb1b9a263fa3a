import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createPageI18n } from './i18n.ts';

afterEach(() => vi.restoreAllMocks());

it('returns empty texts in a page whose context an update has invalidated', () => {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-US');
  const messages = vi.spyOn(browser.i18n, 'getMessage').mockReturnValue('Refresh');
  const i18n = createPageI18n();
  expect(i18n.t('refresh')).toBe('Refresh');
  messages.mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
  expect(i18n.t('refresh')).toBe('');
});
