import { browser } from 'wxt/browser';

/** Only Firefox has this API, which Chrome's types do not include. */
type Sidebar = { readonly sidebarAction?: { open(): Promise<void> } };

/** Opens the view in Firefox's sidebar or Chromium's side panel. Works only inside a click handler. */
export async function openSidePanel(): Promise<void> {
  const { sidebarAction } = browser as Sidebar;
  if (sidebarAction) return await sidebarAction.open();
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await browser.sidePanel.open({ windowId: id });
}
