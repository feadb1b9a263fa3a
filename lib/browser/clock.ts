import type { Clock } from '../domain/clock.ts';

/** The real time, chance and network. */
export const clock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  online: () => navigator.onLine !== false,
  timeout: (ms) => AbortSignal.timeout(ms),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
    }),
};
