import { browser } from 'wxt/browser';

/** Firefox's own; its types are not Chrome's. */
type Sidebar = { readonly sidebarAction?: { open(): Promise<void> } };

/** Opens the view beside the web page: in Firefox's sidebar or Chromium's side panel. Only in answer to a click. */
export async function openSidePanel(): Promise<void> {
  const { sidebarAction } = browser as Sidebar;
  if (sidebarAction) return await sidebarAction.open();
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await browser.sidePanel.open({ windowId: id });
}
