import type { Clock, Deadline } from '../../domain/core/clock.ts';

/** The real time, chance and network. */
export const clock: Clock = {
  now: () => Date.now(),
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

/** Cheaper than the browser's own `any` of signals, of which each leaves a timer and a listener for later. */
function deadline(ms: number, within: AbortSignal): Deadline {
  const controller = new AbortController();
  const meet = (): void => {
    clearTimeout(timer);
    within.removeEventListener('abort', pass);
  };
  const pass = (): void => {
    meet();
    controller.abort();
  };
  const timer = setTimeout(pass, ms);
  within.addEventListener('abort', pass);
  if (within.aborted) pass();
  return { signal: controller.signal, meet };
}
