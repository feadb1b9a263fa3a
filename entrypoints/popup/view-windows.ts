import { openPopupWindow, registerWindow, saveBounds } from '../../lib/browser/api/popup-window.ts';
import { openSidePanel } from '../../lib/browser/api/side-panel.ts';
import { SECOND } from '../../lib/domain/core/time.ts';

export { openPopupWindow, openSidePanel };

/** Saves the bounds of this window. No event reports a moved window, so the bounds are compared every second. */
export async function followBounds(): Promise<void> {
  await registerWindow();
  let last = '';
  setInterval(() => {
    const bounds = [screenX, screenY, outerWidth, outerHeight].join();
    if (bounds !== last) void saveBounds();
    last = bounds;
  }, SECOND);
}
