import { vi } from 'vitest';

/** The time of the clock at the start. */
const START = 1_700_000_000_000;

/** Fake timers, and a clock that a test can change. */
export type SimulatedTime = {
  /** ms since the start, however the clock was changed. */
  elapsed(): number;
  /** Changes the clock by this many ms; timers keep their time. Returns how far it is off by now. */
  changeClock(ms: number): number;
  /** Calls `advance`, which must reach the next timer, until this many ms have passed since the start. */
  advanceUntil(elapsed: number, advance: () => Promise<void>): Promise<void>;
};

export function startSimulatedTime(): SimulatedTime {
  vi.useFakeTimers({
    now: START,
    toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
  let clockError = 0;
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  return {
    elapsed,
    changeClock(ms) {
      vi.setSystemTime(Date.now() + ms);
      clockError += ms;
      return clockError;
    },
    async advanceUntil(until, advance) {
      let isOver = elapsed() >= until;
      const end = () => {
        isOver = true;
      };
      const timer = setTimeout(end, until - elapsed());
      while (!isOver) await advance();
      clearTimeout(timer);
    },
  };
}
