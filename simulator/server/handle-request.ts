import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LiveAccount } from '../bitget/account.ts';
import { authorize } from './authorize.ts';
import type { Fault, Faults } from './fault-injection.ts';
import { readIncomingRequest } from './incoming-request.ts';
import type { Limits } from './rate-limits.ts';
import { type OpenEntry, openEntry } from './request-log.ts';
import { type FinalFault, type Sent, sendFault, sendResponse } from './send-response.ts';

/** What answering needs: all that is shared between calls. */
export type RequestHandler = {
  readonly accounts: ReadonlyMap<string, LiveAccount>;
  readonly faults: Faults;
  readonly limits: Limits;
  readonly log: OpenEntry[];
  now(): number;
  serverNow(): number;
};

/** Answers one request, and logs it as soon as it has come in. */
export function handleRequest(desk: RequestHandler, request: IncomingMessage, response: ServerResponse): void {
  const call = readIncomingRequest(request);
  const account = desk.accounts.get(call.header('ACCESS-KEY') ?? '') ?? null;
  const entry = openEntry(call, account, desk.now());
  desk.log.push(entry);
  // A body would keep the connection from its next request.
  request.resume();
  // Else it would be that of this machine, which `moveClock` does not move.
  response.setHeader('date', new Date(desk.serverNow()).toUTCString());

  const faults = desk.faults.take(call);
  const final = faults.find(isFinal);
  const finish = (sent: Sent): void => void Object.assign(entry, sent);
  if (final !== undefined) {
    wait(response, faults, () => finish(sendFault(response, final, desk.serverNow())));
    return;
  }
  // Judged when it comes in: a slow answer is about the moment of the question.
  const now = desk.serverNow();
  const answer = authorize({ call, account, limits: desk.limits, now });
  wait(response, faults, () => finish(sendResponse(response, answer, now)));
}

function wait(response: ServerResponse, faults: readonly Fault[], then: () => void): void {
  const ms = faults.reduce((sum, fault) => sum + (fault.kind === 'delay' ? fault.ms : 0), 0);
  if (ms === 0) {
    then();
    return;
  }
  const timer = setTimeout(then, ms);
  response.once('close', () => clearTimeout(timer));
}

function isFinal(fault: Fault): fault is FinalFault {
  return fault.kind !== 'delay';
}
