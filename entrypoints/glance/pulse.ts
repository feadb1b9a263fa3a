import { send } from '../../lib/browser/messages.ts';
import { SECOND } from '../../lib/domain/time.ts';

/** While the view can be seen it asks for new figures every so many seconds; whether they are fetched the background decides. */
export function pulse(period: () => number): void {
  let last = Date.now();
  const beat = (): void => {
    if (document.visibilityState !== 'visible' || Date.now() - last < period() * SECOND) return;
    last = Date.now();
    void send({ type: 'glance' });
  };
  setInterval(beat, SECOND);
  document.addEventListener('visibilitychange', beat);
}
