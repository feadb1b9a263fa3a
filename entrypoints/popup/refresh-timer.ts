import { sendCommand } from '../../lib/browser/api/send-command.ts';
import { SECOND } from '../../lib/domain/core/time.ts';

/**
 * Requests new figures every `period()` seconds while the view is visible, and at once when the clock was set back to
 * before the last reading. The background decides whether to poll.
 */
export function startRefreshTimer(period: () => number, isReadInFuture: () => boolean): void {
  // Nobody can set this clock.
  let last = performance.now();
  let wasInFuture = false;
  const tick = (): void => {
    if (document.visibilityState !== 'visible') return;
    const isInFuture = isReadInFuture();
    const isNews = isInFuture && !wasInFuture;
    wasInFuture = isInFuture;
    if (!isNews && performance.now() - last < period() * SECOND) return;
    last = performance.now();
    void sendCommand({ type: 'viewOpen' });
  };
  setInterval(tick, SECOND);
  document.addEventListener('visibilitychange', tick);
}
