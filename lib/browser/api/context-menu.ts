import { browser } from 'wxt/browser';

/** A line of the toolbar button's menu; those with a `parent` are in its submenu. */
export type MenuItem = { readonly id: string; readonly title: string; readonly parent?: string };

/** Puts these lines into the menu, in the place of what was there. */
export async function setContextMenu(lines: readonly MenuItem[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, parent } of lines) {
    browser.contextMenus.create({ id, title, contexts: ['action'], ...(parent !== undefined && { parentId: parent }) });
  }
}

/** Calls back with the line that was chosen. */
export function onMenuClick(choose: (id: string) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }) => choose(String(menuItemId)));
}
