import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LiveAccount } from '../bitget/account.ts';
import { authorize } from './authorize.ts';
import type { Fault, Faults } from './fault-injection.ts';
import { readIncomingRequest } from './incoming-request.ts';
import type { Limits } from './rate-limits.ts';
import { type OpenEntry, openEntry } from './request-log.ts';
import { type FinalFault, type Sent, sendFault, sendResponse } from './send-response.ts';

/** The state that requests share. Clocks are in ms; `elapsed` never jumps. */
export type RequestHandler = {
  readonly accounts: ReadonlyMap<string, LiveAccount>;
  readonly faults: Faults;
  readonly limits: Limits;
  readonly log: OpenEntry[];
  now(): number;
  elapsed(): number;
  serverNow(): number;
};

/** Responds to one request, and logs it on arrival. */
export function handleRequest(handler: RequestHandler, message: IncomingMessage, response: ServerResponse): void {
  const request = readIncomingRequest(message);
  const account = handler.accounts.get(request.header('ACCESS-KEY') ?? '') ?? null;
  const entry = openEntry(request, account, handler.now());
  handler.log.push(entry);
  // An unread body would block the next request of the connection.
  message.resume();
  // Node's own header shows this machine's clock, which `moveClock` does not move.
  response.setHeader('date', new Date(handler.serverNow()).toUTCString());

  const faults = handler.faults.take(request);
  const final = faults.find(isFinal);
  const finish = (sent: Sent): void => void Object.assign(entry, sent);
  if (final !== undefined) {
    runAfterDelays(response, faults, () => finish(sendFault(response, final, handler.serverNow())));
    return;
  }
  // Computed on arrival: a slow response shows the moment of the request.
  const now = handler.serverNow();
  const answer = authorize({ request, account, limits: handler.limits, now, elapsed: handler.elapsed() });
  runAfterDelays(response, faults, () => finish(sendResponse(response, answer, now)));
}

function runAfterDelays(response: ServerResponse, faults: readonly Fault[], run: () => void): void {
  const ms = faults.reduce((sum, fault) => sum + (fault.kind === 'delay' ? fault.ms : 0), 0);
  if (ms === 0) {
    run();
    return;
  }
  const timer = setTimeout(run, ms);
  response.once('close', () => clearTimeout(timer));
}

function isFinal(fault: Fault): fault is FinalFault {
  return fault.kind !== 'delay';
}
