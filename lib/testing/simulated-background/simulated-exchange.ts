import { vi } from 'vitest';
import { type AccountSpec, createInProcessExchange, type InProcessExchange } from '../../../simulator/index.ts';
import type { CheckOutcome } from '../../domain/account/account-draft.ts';
import type { Clock } from '../../domain/core/clock.ts';
import { dispatchMessage } from './browser-api.ts';
import { createEnvironment, type Environment, readStored } from './environment.ts';
import { ALARM, message, startBackground, type Trigger } from './module-mocks.ts';
import type { BackgroundProcess } from './process.ts';
import { RingingAlarms } from './ringing-alarms.ts';
import { type SimulatedTime, startSimulatedTime } from './simulated-time.ts';
import { readState, type StoredState } from './stored-state.ts';

/** Turns of the event loop after which all work without a timer is done, a transaction for several accounts included. */
const CALM_TURNS = 120;

/** Creates a key by name; different names are different accounts. */
export function createKey(name: string) {
  return { apiKey: `bg_test_${name}`, secret: `test-secret-${name}`, passphrase: `test ${name}`, uid: `uid-${name}` };
}

type Key = ReturnType<typeof createKey>;

/**
 * The real background with its HTTP client and clock, and the simulator in the same process behind `fetch`. Timers are
 * faked: time advances only by `pass`, and while everything waits for it, as during a request without a response.
 */
export type SimulatedExchange = StoredState & {
  readonly exchange: InProcessExchange;
  readonly environment: Environment;
  /** Advances time by this many ms. */
  pass(ms: number): Promise<void>;
  readonly elapsed: SimulatedTime['elapsed'];
  /** Advances time to this many ms since the start, and lets what begins until then end. */
  runUntil(elapsed: number): Promise<void>;
  /** Changes the computer's clock by this many ms. Timers, alarms and the clock of the server keep their time. */
  changeClock(ms: number): void;
  /** Stops the background, as the browser does with an idle worker, and starts it again. */
  restart(): Promise<void>;
  /** Fires the alarm; resolves when the background is idle. */
  ring(): Promise<void>;
  /** Sends a command from a page of the extension. */
  send(command: object): Promise<void>;
  /** Presses the keys of a command of the browser. */
  press(command: string): Promise<void>;
  /** Saves an account as the form does; returns the result of the check. */
  connect(key: Key, change?: object): Promise<CheckOutcome | undefined>;
  setOnline(isOnline: boolean): void;
  /** Requests since the log was cleared, by the last segment of each path. */
  listRequests(): readonly string[];
};

export type SimulationOptions = {
  /** Lets the alarms fire automatically; otherwise only `ring` fires one. */
  readonly areAlarmsOn?: boolean;
  /** The random numbers of the background; 0.5 by default. */
  readonly random?: () => number;
  /** Called before each request arrives, for example to move the market. */
  readonly onRequest?: () => void;
};

/** Starts a background against an exchange with these accounts. */
export async function startSimulatedExchange(
  accounts: readonly AccountSpec[],
  { areAlarmsOn = false, random = () => 0.5, onRequest }: SimulationOptions = {},
): Promise<SimulatedExchange> {
  const time = startSimulatedTime();
  const { elapsed } = time;
  const exchange = createInProcessExchange({ accounts, elapsed });
  const { clock: realClock } = await vi.importActual<{ clock: Clock }>('../../browser/api/clock.ts');
  const inProgress = { fetches: 0, waits: 0 };
  let isOnline = true;
  const count = <T>(what: keyof typeof inProgress, work: Promise<T>): Promise<T> => {
    inProgress[what] += 1;
    return work.finally(() => {
      inProgress[what] -= 1;
    });
  };
  const clock: Clock = {
    ...realClock,
    random,
    online: () => isOnline,
    wait: (ms, signal) => count('waits', realClock.wait(ms, signal)),
  };
  const network = {
    clock,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => {
      onRequest?.();
      return count('fetches', exchange.fetch(input, init));
    },
  };
  const ring = (name: string) => background.run(() => dispatchMessage('alarms.onAlarm', { name }));
  const alarms = areAlarmsOn ? new RingingAlarms(ring) : undefined;
  const environment = createEnvironment(() => ({ code: '404' }), network, alarms);
  let background: BackgroundProcess = await startBackground(environment, null);

  /** Waits until the background is idle, and advances time when it waits for nothing else. */
  const settle = async (): Promise<void> => {
    for (let calm = 0, steps = -1; ; calm += 1) {
      await new Promise((resume) => setImmediate(resume));
      const isWorking = background.countPending() > inProgress.fetches || exchange.isInTransit();
      if (isWorking || background.steps.length !== steps) calm = 0;
      steps = background.steps.length;
      if (calm < CALM_TURNS) continue;
      if (background.isIdle() && inProgress.waits === 0 && !exchange.isOpen()) return;
      if (vi.getTimerCount() === 0) throw new Error(`nothing ends what was begun by ${background.steps.at(-1)}`);
      await background.run(() => vi.advanceTimersToNextTimerAsync());
      calm = 0;
    }
  };
  const dispatchAndSettle = async ({ event, args }: Trigger): Promise<void> => {
    background.run(() => dispatchMessage(event, ...args));
    await settle();
  };

  return {
    exchange,
    environment,
    ...readState(environment),
    pass: async (ms) => {
      await background.run(() => vi.advanceTimersByTimeAsync(ms));
      await settle();
    },
    elapsed,
    runUntil: (until) =>
      time.advanceUntil(until, async () => {
        await background.run(() => vi.advanceTimersToNextTimerAsync());
        await settle();
      }),
    changeClock: (ms) => exchange.moveClock(-time.changeClock(ms)),
    restart: async () => {
      background = await startBackground(environment, null);
    },
    ring: () => dispatchAndSettle(ALARM),
    send: (command) => dispatchAndSettle(message(command)),
    press: (command) => dispatchAndSettle({ event: 'commands.onCommand', args: [command] }),
    connect: async ({ apiKey, secret, passphrase }, change = {}) => {
      const usual = { id: null, label: 'Main', demo: false, products: ['USDT-FUTURES'], confirmed: true };
      const draft = { ...usual, apiKey, secret, passphrase, ...change };
      await dispatchAndSettle(message({ type: 'save', request: 'connect', draft }));
      return readStored<Record<string, CheckOutcome>>(environment, 'session', 'outcomes')?.connect;
    },
    setOnline: (online) => {
      isOnline = online;
    },
    listRequests: () => exchange.log.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)),
  };
}
