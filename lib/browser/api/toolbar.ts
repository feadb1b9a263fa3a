import { browser } from 'wxt/browser';

/** What stands in the toolbar; `text` is at most four characters, `ground` a CSS colour. */
export type ToolbarState = { readonly text: string; readonly ground: string; readonly title: string };

export async function showToolbar({ text, ground, title }: ToolbarState): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: ground }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title }),
  ]);
}
