import { AsyncLocalStorage } from 'node:async_hooks';
import { createLocks } from './locks.ts';

/**
 * One process of the background, from start to end. Every effect goes through `pass`, one step after the other. At the
 * step where it is killed, the step has no effect and never settles.
 */
export type BackgroundProcess = {
  readonly steps: string[];
  readonly died: Promise<string>;
  readonly locks: ReturnType<typeof createLocks>;
  readonly listeners: Map<string, ((...args: never[]) => unknown)[]>;
  isIdle(): boolean;
  /** The number of steps in progress. */
  countPending(): number;
  /** Runs work as part of this process, including its later asynchronous calls. */
  run<T>(work: () => T): T;
  pass<T>(name: string, step: () => T | Promise<T>): Promise<T>;
};

const processes = new AsyncLocalStorage<BackgroundProcess>();

/** Returns the process whose code is running. */
export function current(): BackgroundProcess {
  const background = processes.getStore();
  if (!background) throw new Error('Nothing processes here: called from outside of a background');
  return background;
}

/** `diesAt` counts from 1; without it the process is never killed. */
export function createProcess(diesAt = Number.POSITIVE_INFINITY): BackgroundProcess {
  const death = Promise.withResolvers<string>();
  const steps: string[] = [];
  let pending = 0;
  const isDead = () => steps.length >= diesAt;
  const background: BackgroundProcess = {
    steps,
    died: death.promise,
    locks: createLocks(),
    listeners: new Map(),
    isIdle: () => pending === 0 && background.locks.isFree(),
    countPending: () => pending,
    run: (work) => processes.run(background, work),
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
  return background;
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
