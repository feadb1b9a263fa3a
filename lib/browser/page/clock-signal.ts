import { type ReadonlySignal, signal } from '@preact/signals';
import { SECOND } from '../../domain/core/time.ts';

/** Returns the current time as a signal that ticks every second for as long as the page is open. */
export function startClock(): ReadonlySignal<number> {
  const now = signal(Date.now());
  setInterval(() => {
    now.value = Date.now();
  }, SECOND);
  return now;
}
