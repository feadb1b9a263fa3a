import { claimWindow, keepPlace, openWindow } from '../../lib/browser/own-window.ts';
import { openPanel } from '../../lib/browser/panel.ts';
import { SECOND } from '../../lib/domain/time.ts';

/** Where the view can stay besides the popup. Not needed for the first paint. */
export { openPanel, openWindow };

/** Lets this window be found again, and come back where it stood. Nothing tells that a window was moved, so it is looked at. */
export async function settle(): Promise<void> {
  await claimWindow();
  let known = '';
  setInterval(() => {
    const now = [screenX, screenY, outerWidth, outerHeight].join();
    if (now !== known) void keepPlace();
    known = now;
  }, SECOND);
}
