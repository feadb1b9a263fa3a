import type { Clock } from '../../../lib/domain/core/clock.ts';

/** Time that advances only when nothing is left to do, so that an hour of waiting takes a moment. */
export type VirtualTime = { readonly clock: Clock; run<T>(work: Promise<T>): Promise<T> };

type Timer = { readonly at: number; fire(): void };

export function startVirtualTime(): VirtualTime {
  const idle = trackSigning();
  const timers = new Set<Timer>();
  const start = 1_700_000_000_000;
  let now = start;
  const schedule = (ms: number, fire: () => void) => {
    const timer = { at: now + ms, fire };
    timers.add(timer);
    return () => timers.delete(timer);
  };
  const clock: Clock = {
    now: () => now,
    elapsed: () => now - start,
    random: () => 0.5,
    online: () => true,
    deadline: (ms, within) => {
      const end = new AbortController();
      const meet = schedule(ms, () => end.abort());
      return { signal: AbortSignal.any([end.signal, within]), meet };
    },
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const cancel = schedule(ms, resolve);
        const finish = () => {
          cancel();
          resolve();
        };
        signal.addEventListener('abort', finish, { once: true });
      }),
  };
  return {
    clock,
    async run(work) {
      const state = { done: false };
      const settled = work.finally(() => {
        state.done = true;
      });
      while (!state.done) {
        await idle();
        const [next] = [...timers].sort((a, b) => a.at - b.at);
        if (state.done || next === undefined) continue;
        now = next.at;
        for (const timer of timers) if (timer.at === now && timers.delete(timer)) timer.fire();
      }
      return await settled;
    },
  };
}

/** Returns a function that waits until no signing, which runs on other threads, is in progress and its results are handled. */
function trackSigning(): () => Promise<void> {
  const real = crypto.subtle.sign.bind(crypto.subtle);
  let pending = 0;
  crypto.subtle.sign = (algorithm, key, data) => {
    pending += 1;
    return real(algorithm, key, data).finally(() => {
      pending -= 1;
    });
  };
  return async () => {
    for (let quiet = 0; quiet < 3; quiet = pending === 0 ? quiet + 1 : 0) await new Promise(setImmediate);
  };
}
