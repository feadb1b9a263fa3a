import { claimWindow, keepPlace, openWindow } from '../../lib/browser/api/popup-window.ts';
import { openPanel } from '../../lib/browser/api/side-panel.ts';
import { SECOND } from '../../lib/domain/core/time.ts';

export { openPanel, openWindow };

/** Remembers where this window stands. No event reports that a window was moved, so its bounds are compared every second. */
export async function followBounds(): Promise<void> {
  await claimWindow();
  let last = '';
  setInterval(() => {
    const bounds = [screenX, screenY, outerWidth, outerHeight].join();
    if (bounds !== last) void keepPlace();
    last = bounds;
  }, SECOND);
}
