import { closePopup, VIEW } from './actions.ts';
import { viewWindows } from './lazy-modules.ts';

type ViewWindows = NonNullable<typeof viewWindows.value>;

/** Open the view in the side panel or a window, and close the popup. Null if the view is already there. */
export const openInPanel = VIEW === 'popup' ? () => open(({ openSidePanel }) => openSidePanel()) : null;
export const openInWindow = VIEW === 'window' ? null : () => open(({ openPopupWindow }) => openPopupWindow());

/** Browsers open a side panel only synchronously in the click, so the module is preloaded. An earlier click waits for it. */
function open(openView: (windows: ViewWindows) => Promise<void>): void {
  const opening = viewWindows.value ? openView(viewWindows.value) : viewWindows.load().then(openView);
  void opening.then(closePopup);
}
