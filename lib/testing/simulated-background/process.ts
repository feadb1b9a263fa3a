import { AsyncLocalStorage } from 'node:async_hooks';
import { createLocks } from './locks.ts';

/**
 * One life of the background, from a wake to its end. All that it does to the world outside goes through `pass`, one
 * step after the other; at the step where it is to die that step is not taken, and nothing is ever heard of it again.
 */
export type BackgroundProcess = {
  readonly steps: string[];
  readonly died: Promise<string>;
  readonly locks: ReturnType<typeof createLocks>;
  readonly listeners: Map<string, ((...args: never[]) => unknown)[]>;
  isIdle(): boolean;
  /** How many steps have begun and are not over. */
  countPending(): number;
  /** Runs work as part of this life: what that calls, however much later, knows whose it is. */
  run<T>(work: () => T): T;
  pass<T>(name: string, step: () => T | Promise<T>): Promise<T>;
};

const lives = new AsyncLocalStorage<BackgroundProcess>();

/** The life whose code is running. */
export function current(): BackgroundProcess {
  const life = lives.getStore();
  if (!life) throw new Error('Nothing lives here: called from outside of a life');
  return life;
}

/** `diesAt` counts from 1; without it the life does not end by itself. */
export function createProcess(diesAt = Number.POSITIVE_INFINITY): BackgroundProcess {
  const death = Promise.withResolvers<string>();
  const steps: string[] = [];
  let pending = 0;
  const isDead = () => steps.length >= diesAt;
  const life: BackgroundProcess = {
    steps,
    died: death.promise,
    locks: createLocks(),
    listeners: new Map(),
    isIdle: () => pending === 0 && life.locks.isFree(),
    countPending: () => pending,
    run: (work) => lives.run(life, work),
    async pass(name, step) {
      if (isDead()) return await never();
      steps.push(name);
      if (isDead()) {
        death.resolve(name);
        return await never();
      }
      pending += 1;
      try {
        return await step();
      } finally {
        pending -= 1;
        if (isDead()) await never();
      }
    },
  };
  return life;
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
