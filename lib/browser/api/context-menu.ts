import { browser } from 'wxt/browser';

/** An item of the toolbar button's menu; `parent` is the item whose submenu it is in. */
export type MenuItem = { readonly id: string; readonly title: string; readonly parent?: string };

/** Replaces all items of the menu. */
export async function setContextMenu(items: readonly MenuItem[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, parent } of items) {
    browser.contextMenus.create({ id, title, contexts: ['action'], ...(parent !== undefined && { parentId: parent }) });
  }
}

export function onMenuClick(listener: (id: string) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }) => listener(String(menuItemId)));
}
