import { type AccountSpec, type LiveAccount, openAccount } from '../bitget/account.ts';
import { createFaults, type Fault, type FaultMatch } from './fault-injection.ts';
import type { RequestHandler } from './handle-request.ts';
import { createRateLimits } from './rate-limits.ts';
import type { LogEntry } from './request-log.ts';

export type ExchangeOptions = {
  readonly accounts?: readonly AccountSpec[];
  /** ms; `Date.now` by default. The server's clock is this plus `moveClock`. */
  readonly now?: () => number;
};

/** What a test reads and sets of the stand-in Bitget, however its requests reach it. */
export type Exchange = {
  /** Every request since the start or `clearLog`, in the order they came in. */
  readonly log: readonly LogEntry[];
  clearLog(): void;
  /** The live account of a key. Throws if there is none. */
  account(apiKey: string): LiveAccount;
  add(spec: AccountSpec): LiveAccount;
  remove(apiKey: string): void;
  /** Sets the server's clock this many ms ahead of (or behind) the clock given at start. */
  moveClock(offsetMs: number): void;
  /** Makes matching calls go wrong, `times` times or without end; returns its undo. */
  fault(match: FaultMatch, fault: Fault | readonly Fault[], times?: number): () => void;
};

/** Creates an exchange with these accounts, and the desk that answers its requests. */
export function createExchange(options: ExchangeOptions = {}): {
  readonly desk: RequestHandler;
  readonly exchange: Exchange;
} {
  const now = options.now ?? Date.now;
  const accounts = new Map<string, LiveAccount>();
  const faults = createFaults();
  let offset = 0;
  const desk: RequestHandler = {
    accounts,
    faults,
    limits: createRateLimits(),
    log: [],
    now,
    serverNow: () => now() + offset,
  };
  const add = (spec: AccountSpec): LiveAccount => {
    const account = openAccount(spec);
    accounts.set(spec.apiKey, account);
    return account;
  };
  options.accounts?.forEach(add);
  const exchange: Exchange = {
    log: desk.log,
    clearLog() {
      desk.log.length = 0;
    },
    account(apiKey) {
      const account = accounts.get(apiKey);
      if (account === undefined) throw new Error(`the simulator has no account for the key ${apiKey}`);
      return account;
    },
    add,
    remove(apiKey) {
      accounts.delete(apiKey);
    },
    moveClock(offsetMs) {
      offset = offsetMs;
    },
    fault(match, fault, times = Infinity) {
      return faults.add(match, isList(fault) ? fault : [fault], times);
    },
  };
  return { desk, exchange };
}

function isList(fault: Fault | readonly Fault[]): fault is readonly Fault[] {
  return Array.isArray(fault);
}
