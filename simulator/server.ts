import { createServer } from 'node:https';
import { type AccountSpec, type LiveAccount, openAccount } from './account.ts';
import { type Certificate, makeCertificate } from './certificate.ts';
import { type Desk, receive } from './desk.ts';
import { type Fault, type FaultMatch, plantFaults } from './fault.ts';
import { countCalls } from './limit.ts';
import { listen } from './listener.ts';
import type { LogEntry } from './log.ts';

export type SimulatorOptions = {
  /** 0: any free port. */
  readonly port?: number;
  readonly accounts?: readonly AccountSpec[];
  /** ms; `Date.now` by default. The server's clock is this plus `moveClock`. */
  readonly now?: () => number;
};

/** A stand-in Bitget on loopback, over HTTPS. */
export type Simulator = {
  readonly port: number;
  /** `https://127.0.0.1:PORT` */
  readonly origin: string;
  readonly certificate: Certificate;
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
  /** Drops every open connection and stops. */
  close(): Promise<void>;
};

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const now = options.now ?? Date.now;
  const accounts = new Map<string, LiveAccount>();
  const faults = plantFaults();
  let offset = 0;
  const desk: Desk = {
    accounts,
    faults,
    limits: countCalls(),
    log: [],
    now,
    serverNow: () => now() + offset,
  };
  const { key, pem, spki } = await makeCertificate();
  const server = createServer({ key, cert: pem }, (request, response) => receive(desk, request, response));
  const { port, close } = await listen(server, options.port ?? 0);

  const add = (spec: AccountSpec): LiveAccount => {
    const account = openAccount(spec);
    accounts.set(spec.apiKey, account);
    return account;
  };
  options.accounts?.forEach(add);

  return {
    port,
    origin: `https://127.0.0.1:${port}`,
    certificate: { pem, spki },
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
    close,
  };
}

function isList(fault: Fault | readonly Fault[]): fault is readonly Fault[] {
  return Array.isArray(fault);
}
