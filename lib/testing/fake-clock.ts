import type { Clock } from '../domain/core/clock.ts';

/** A manual clock: `wait` advances its time at once, and a deadline passes only by `expire`. */
export type TestClock = Clock & {
  time: number;
  chance: number;
  connected: boolean;
  readonly waits: number[];
  expire(): void;
};

export function createTestClock(time = 1_700_000_000_000): TestClock {
  const timeouts: AbortController[] = [];
  const clock: TestClock = {
    time,
    chance: 0.5,
    connected: true,
    waits: [],
    now: () => clock.time,
    elapsed: () => clock.time,
    random: () => clock.chance,
    online: () => clock.connected,
    deadline: (_, within) => {
      const controller = new AbortController();
      timeouts.push(controller);
      return { signal: AbortSignal.any([controller.signal, within]), meet: () => undefined };
    },
    wait: async (ms) => {
      clock.waits.push(ms);
      clock.time += ms;
    },
    expire: () => {
      for (const each of timeouts) each.abort();
    },
  };
  return clock;
}
