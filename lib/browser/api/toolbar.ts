import { browser } from 'wxt/browser';

/** The badge and the tooltip. `text` has at most four characters, `ground` is a CSS color. */
export type ToolbarState = { readonly text: string; readonly ground: string; readonly title: string };

export async function showToolbar({ text, ground, title }: ToolbarState): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: ground }),
    browser.action.setBadgeTextColor({ color: '#ffffff' }),
    browser.action.setTitle({ title }),
  ]);
}
