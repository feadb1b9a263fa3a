import { closePopup, VIEW } from './actions.ts';
import { viewWindows } from './lazy-modules.ts';

type ViewWindows = NonNullable<typeof viewWindows.value>;

/** Open the view where it can stay, and close the popup; null where the view is there already. */
export const openInPanel = VIEW === 'popup' ? () => open(({ openSidePanel }) => openSidePanel()) : null;
export const openInWindow = VIEW === 'window' ? null : () => open(({ openPopupWindow }) => openPopupWindow());

/** Browsers open a side panel only in the click itself, so the module is loaded before; an earlier click waits for it. */
function open(openView: (windows: ViewWindows) => Promise<void>): void {
  const opening = viewWindows.value ? openView(viewWindows.value) : viewWindows.load().then(openView);
  void opening.then(closePopup);
}
