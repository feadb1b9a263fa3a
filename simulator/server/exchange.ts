import { type AccountSpec, type LiveAccount, openAccount } from '../bitget/account.ts';
import { createFaults, drawTimes, type Fault, type FaultMatch } from './fault-injection.ts';
import type { RequestHandler } from './handle-request.ts';
import { drawOutage, type Outage } from './outage.ts';
import { createRateLimits } from './rate-limits.ts';
import type { LogEntry } from './request-log.ts';

export type ExchangeOptions = {
  readonly accounts?: readonly AccountSpec[];
  /** ms; `Date.now` by default. The server's clock is this plus `moveClock`. */
  readonly now?: () => number;
  /** A clock in ms that never jumps, for rate limits and outages; `now` by default. */
  readonly elapsed?: () => number;
};

/** The simulated Bitget as a test reads and controls it, over any transport. */
export type Exchange = {
  /** Every request since the start or `clearLog`, in order of arrival. */
  readonly log: readonly LogEntry[];
  clearLog(): void;
  /** The live account of a key. Throws if there is none. */
  account(apiKey: string): LiveAccount;
  add(spec: AccountSpec): LiveAccount;
  remove(apiKey: string): void;
  /** Sets the server's clock this many ms ahead of (or behind) the clock given at start. */
  moveClock(offsetMs: number): void;
  /** Makes matching requests fail, `times` times or without end; returns its undo. */
  fault(match: FaultMatch, fault: Fault | readonly Fault[], times?: number): () => void;
  /** Makes all or a share of the requests fail for a time, from now on; returns its undo. */
  outage(outage: Outage): () => void;
};

/** Creates an exchange with these accounts, and the handler of its requests. */
export function createExchange(options: ExchangeOptions = {}): {
  readonly handler: RequestHandler;
  readonly exchange: Exchange;
} {
  const now = options.now ?? Date.now;
  const elapsed = options.elapsed ?? now;
  const accounts = new Map<string, LiveAccount>();
  const faults = createFaults();
  let offset = 0;
  const handler: RequestHandler = {
    accounts,
    faults,
    limits: createRateLimits(),
    log: [],
    now,
    elapsed,
    serverNow: () => now() + offset,
  };
  const add = (spec: AccountSpec): LiveAccount => {
    const account = openAccount(spec);
    accounts.set(spec.apiKey, account);
    return account;
  };
  options.accounts?.forEach(add);
  const exchange: Exchange = {
    log: handler.log,
    clearLog() {
      handler.log.length = 0;
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
      return faults.add(match, drawTimes(isList(fault) ? fault : [fault], times));
    },
    outage(outage) {
      return faults.add(outage.match ?? {}, drawOutage(outage, elapsed));
    },
  };
  return { handler, exchange };
}

function isList(fault: Fault | readonly Fault[]): fault is readonly Fault[] {
  return Array.isArray(fault);
}
