import { vi } from 'vitest';
import type { Clock } from '../../domain/core/clock.ts';
import { createBrowserApi, dispatchMessage, OUR_PAGE } from './browser-api.ts';
import { countSteps, type Idb } from './databases.ts';
import { copyEnvironment, type Environment, exchange } from './environment.ts';
import { type BackgroundProcess, createProcess, current } from './process.ts';

/** Longer than any intended pause: a wait of this length means that something hangs. */
const HANGING = 20_000;

/**
 * Turns of the event loop without a step after which the process counts as idle. Calls within a transaction are no
 * steps.
 */
const CALM = 30;

/** An event for a background. */
export type Trigger = { readonly event: string; readonly args: readonly unknown[] };
export const ALARM: Trigger = { event: 'alarms.onAlarm', args: [{ name: 'poll' }] };
export const message = (command: object): Trigger => ({ event: 'runtime.onMessage', args: [command, OUR_PAGE] });

/**
 * Starts the background in an environment by a trigger, and runs it until it is idle or killed at a step. It is the
 * real background with all modules loaded again, as a browser starts it.
 */
export async function startBackground(
  environment: Environment,
  cause: Trigger | null,
  diesAt?: number,
): Promise<BackgroundProcess> {
  const background = createProcess(diesAt);
  vi.resetModules();
  vi.doMock('wxt/browser', () => ({ browser: createBrowserApi(environment) }));
  vi.doMock('../../browser/api/clock.ts', () => ({
    clock: environment.network?.clock ?? createStepClock(environment),
  }));
  const idb = await vi.importActual<Idb>('idb');
  vi.doMock('idb', () => ({ ...idb, ...countSteps(idb) }));
  vi.stubGlobal('indexedDB', environment.databases);
  vi.stubGlobal('navigator', { onLine: true, locks: { request } });
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    current().pass(
      `fetch ${url}`,
      () => environment.network?.fetch(url, init) ?? exchange(environment, new URL(url), new Headers(init.headers)),
    ),
  );
  vi.stubGlobal('crypto', stepwiseCrypto);
  const { default: entrypoint } = await import('../../../entrypoints/background.ts');
  background.run(() => entrypoint.main());
  // The background receives the event that wakes it at once.
  if (cause) await collectMessages(background, cause);
  else await Promise.race([background.died, quiet(background)]);
  return background;
}

/** Sends an event to a running background, and waits until it is idle or killed. */
export async function collectMessages(background: BackgroundProcess, { event, args }: Trigger): Promise<void> {
  background.run(() => dispatchMessage(event, ...args));
  await Promise.race([background.died, quiet(background)]);
}

function request(...args: [name: string, ...rest: unknown[]]): Promise<unknown> {
  return current().locks.request(...args);
}

/** Only operations that take time advance it. A pause is a step that ends at once. */
function createStepClock(environment: Environment): Clock {
  return {
    now: () => environment.time,
    elapsed: () => environment.time,
    random: () => 0.5,
    online: () => true,
    deadline: (_, within) => ({ signal: within, meet: () => undefined }),
    wait: async (ms, signal) => {
      if (ms >= HANGING) return await new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
      await current().pass('pause', () => {
        environment.time += ms;
      });
    },
  };
}

const real = globalThis.crypto;
const stepwiseCrypto = {
  getRandomValues: (array: Uint8Array<ArrayBuffer>) => real.getRandomValues(array),
  randomUUID: () => real.randomUUID(),
  subtle: new Proxy(real.subtle, {
    get:
      (subtle, name) =>
      (...args: unknown[]) =>
        current().pass(`crypto.${String(name)}`, () => Reflect.apply(Reflect.get(subtle, name), subtle, args)),
  }),
};

/** Resolves when nothing is pending, no lock is held and no step was taken for a while. */
async function quiet(background: BackgroundProcess): Promise<void> {
  for (let calm = 0, last = -1; calm < CALM; ) {
    await new Promise((resume) => setImmediate(resume));
    calm = background.isIdle() && background.steps.length === last ? calm + 1 : 0;
    last = background.steps.length;
  }
}

/** Read-only steps: a kill after one leaves the same state as a kill before it. */
const LOOKS = /^(crypto\.|pause$|storage\.\w+\.get |idb\.open )|\.(get|getAll|getAllKeys|contains|read)$/;

/**
 * Kills the background of an environment at each step that a trigger causes, and passes each resulting environment on:
 * before the first step, and after each that changed anything. Returns all steps.
 */
export async function dieAtEachStep(
  environment: Environment,
  cause: Trigger,
  check: (left: Environment) => Promise<void>,
): Promise<readonly string[]> {
  const { steps } = await startBackground(await copyEnvironment(environment), cause);
  const moments = steps.flatMap((_, index) => (index === 0 || !LOOKS.test(steps[index - 1] ?? '') ? [index + 1] : []));
  for (const moment of [...moments, steps.length + 1]) {
    const left = await copyEnvironment(environment);
    const background = await startBackground(left, cause, moment);
    try {
      await check(left);
    } catch (error) {
      throw new Error(`after a kill at step ${moment}, ${background.steps.at(-1)}`, { cause: error });
    }
  }
  return steps;
}
