import type { Clock, Deadline } from '../../domain/core/clock.ts';

/** The real time, random numbers and network state. */
export const clock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  random: () => Math.random(),
  online: () => navigator.onLine !== false,
  deadline,
  wait: (ms, within) =>
    new Promise((resolve) => {
      const { signal } = deadline(ms, within);
      if (signal.aborted) resolve();
      signal.onabort = () => resolve();
    }),
};

/** Cheaper than `AbortSignal.any`, which leaves a timer and a listener behind for each request. */
function deadline(ms: number, within: AbortSignal): Deadline {
  const controller = new AbortController();
  const meet = (): void => {
    clearTimeout(timer);
    within.removeEventListener('abort', expire);
  };
  const expire = (): void => {
    meet();
    controller.abort();
  };
  const timer = setTimeout(expire, ms);
  within.addEventListener('abort', expire);
  if (within.aborted) expire();
  return { signal: controller.signal, meet };
}
