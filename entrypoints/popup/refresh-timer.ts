import { sendCommand } from '../../lib/browser/api/send-command.ts';
import { SECOND } from '../../lib/domain/core/time.ts';

/** Requests new figures every `period()` seconds while the view is visible; the background decides whether to poll. */
export function startRefreshTimer(period: () => number): void {
  let last = Date.now();
  const tick = (): void => {
    if (document.visibilityState !== 'visible' || Date.now() - last < period() * SECOND) return;
    last = Date.now();
    void sendCommand({ type: 'viewOpen' });
  };
  setInterval(tick, SECOND);
  document.addEventListener('visibilitychange', tick);
}
