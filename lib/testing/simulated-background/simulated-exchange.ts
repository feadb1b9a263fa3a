import { vi } from 'vitest';
import { type AccountSpec, createInProcessExchange, type InProcessExchange } from '../../../simulator/index.ts';
import * as items from '../../browser/storage/items.ts';
import { type Item, parse, valueOrFallback } from '../../browser/storage/store.ts';
import { latestReadings, unsavedReadings } from '../../browser/storage/unsaved-readings.ts';
import type { CheckOutcome } from '../../domain/account/account-draft.ts';
import type { Clock } from '../../domain/core/clock.ts';
import { NO_RUN, type PollRun } from '../../domain/polling/poll-run.ts';
import type { AccountReading } from '../../domain/polling/reading.ts';
import type { Portfolio } from '../../domain/portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { readView, type View } from '../view.ts';
import { dispatchMessage } from './browser-api.ts';
import { createEnvironment, type Environment, readStored } from './environment.ts';
import { ALARM, message, startBackground, type Trigger } from './module-mocks.ts';
import type { BackgroundProcess } from './process.ts';

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
export type SimulatedExchange = {
  readonly exchange: InProcessExchange;
  readonly environment: Environment;
  /** Advances time by this many ms. */
  pass(ms: number): Promise<void>;
  /** Stops the background, as the browser does with an idle worker, and starts it again. */
  restart(): Promise<void>;
  /** Fires the alarm; resolves when the background is idle. */
  ring(): Promise<void>;
  /** Sends a command from a page of the extension. */
  send(command: object): Promise<void>;
  /** Saves an account as the form does; returns the result of the check. */
  connect(key: Key, change?: object): Promise<CheckOutcome | undefined>;
  setOnline(isOnline: boolean): void;
  /** Requests since the log was cleared, by the last segment of each path. */
  listRequests(): readonly string[];
  reading(label?: string): AccountReading;
  /** Returns the start and end of the last round. */
  lastRound(): PollRun;
  badge(): unknown;
  tooltip(): unknown;
  view(): View;
};

/** Starts a background against an exchange with these accounts. */
export async function startSimulatedExchange(accounts: readonly AccountSpec[]): Promise<SimulatedExchange> {
  vi.useFakeTimers({
    now: 1_700_000_000_000,
    toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
  const exchange = createInProcessExchange({ accounts });
  const { clock: realClock } = await vi.importActual<{ clock: Clock }>('../../browser/api/clock.ts');
  const underWay = { fetches: 0, waits: 0 };
  let isOnline = true;
  const count = <T>(what: keyof typeof underWay, work: Promise<T>): Promise<T> => {
    underWay[what] += 1;
    return work.finally(() => {
      underWay[what] -= 1;
    });
  };
  const clock: Clock = {
    ...realClock,
    random: () => 0.5,
    online: () => isOnline,
    wait: (ms, signal) => count('waits', realClock.wait(ms, signal)),
  };
  const environment = createEnvironment(() => ({ code: '404' }), {
    clock,
    fetch: (input, init) => count('fetches', exchange.fetch(input, init)),
  });
  let background: BackgroundProcess = await startBackground(environment, null);

  /** Waits until the background is idle, and advances time when it waits for nothing else. */
  const settle = async (): Promise<void> => {
    for (let calm = 0, steps = -1; ; calm += 1) {
      await new Promise((resume) => setImmediate(resume));
      const isWorking = background.countPending() > underWay.fetches || exchange.isInTransit();
      if (isWorking || background.steps.length !== steps) calm = 0;
      steps = background.steps.length;
      if (calm < CALM_TURNS) continue;
      if (background.isIdle() && underWay.waits === 0 && !exchange.isOpen()) return;
      if (vi.getTimerCount() === 0) throw new Error(`nothing ends what was begun by ${background.steps.at(-1)}`);
      await background.run(() => vi.advanceTimersToNextTimerAsync());
      calm = 0;
    }
  };
  const hear = async ({ event, args }: Trigger): Promise<void> => {
    background.run(() => dispatchMessage(event, ...args));
    await settle();
  };
  const stored = <T>(item: Item<T>) => parse(item, environment.areas[item.area].get(item.key));
  const readWatched = (): Portfolio => ({
    accounts: readStored(environment, 'local', 'accounts') ?? [],
    readings: valueOrFallback(items.readings, latestReadings(stored(items.readings), stored(unsavedReadings))),
    settings: readStored(environment, 'local', 'settings') ?? DEFAULT_SETTINGS,
  });
  const lastRound = () => readStored<PollRun>(environment, 'session', 'pollRun') ?? NO_RUN;

  return {
    exchange,
    environment,
    lastRound,
    pass: async (ms) => {
      await background.run(() => vi.advanceTimersByTimeAsync(ms));
      await settle();
    },
    restart: async () => {
      background = await startBackground(environment, null);
    },
    ring: () => hear(ALARM),
    send: (command) => hear(message(command)),
    connect: async ({ apiKey, secret, passphrase }, change = {}) => {
      const usual = { id: null, label: 'Main', demo: false, products: ['USDT-FUTURES'], confirmed: true };
      const draft = { ...usual, apiKey, secret, passphrase, ...change };
      await hear(message({ type: 'save', request: 'connect', draft }));
      return readStored<Record<string, CheckOutcome>>(environment, 'session', 'outcomes')?.connect;
    },
    setOnline: (online) => {
      isOnline = online;
    },
    listRequests: () => exchange.log.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)),
    reading: (label = 'Main') => {
      const { accounts: all, readings } = readWatched();
      return readings.accounts[all.find((each) => each.label === label)?.id ?? ''] ?? missing(label);
    },
    badge: () => environment.toolbar.text,
    tooltip: () => environment.toolbar.title,
    view: () => readView(readWatched(), lastRound().writeFailed, Date.now()),
  };
}

function missing(what: string): never {
  throw new Error(`nothing is stored of ${what}`);
}
