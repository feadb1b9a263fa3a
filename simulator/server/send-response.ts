import type { ServerResponse } from 'node:http';
import type { Fault } from './fault-injection.ts';
import { sendDeep, sendDrip, sendHuge } from './oversized-bodies.ts';
import { envelope, refuse, type SimulatedResponse, succeed } from './response.ts';

/** The outcome, for the log. */
export type Sent = { readonly status: number | null; readonly code: string | null };

/** A fault that ends a request: all but `delay`. */
export type FinalFault = Exclude<Fault, { kind: 'delay' }>;

/** Sends an answer in Bitget's envelope; `now` is the server's clock, ms. */
export function sendResponse(response: ServerResponse, answer: SimulatedResponse, now: number): Sent {
  response.writeHead(answer.status, { ...json, ...answer.headers });
  response.end(envelope(answer, now));
  return { status: answer.status, code: answer.code };
}

/** Applies a fault to the response. */
export function sendFault(response: ServerResponse, fault: FinalFault, now: number): Sent {
  switch (fault.kind) {
    case 'answer':
      return sendExactly(response, fault);
    case 'code':
      return sendResponse(response, buildCodeAnswer(fault), now);
    case 'refusal':
      return sendResponse(response, refuse(fault.code, fault.detail), now);
    case 'data':
      return sendResponse(response, succeed(fault.data), now);
    case 'throttle':
      return sendResponse(response, buildThrottleAnswer(fault.retryAfter), now);
    case 'silence':
      return { status: null, code: null };
    case 'reset':
      response.destroy();
      return { status: null, code: null };
    case 'redirect':
      response.writeHead(302, { location: fault.to }).end();
      return { status: 302, code: null };
    case 'empty':
      response.writeHead(200, { ...json, 'content-length': '0' }).end();
      return { status: 200, code: null };
    case 'html':
      response.writeHead(fault.status, { 'content-type': 'text/html; charset=UTF-8' });
      response.end(buildPage(fault.status));
      return { status: fault.status, code: null };
    case 'drip':
      return sendDrip(response, fault.bytesPerSecond ?? 1);
    case 'huge':
      return sendHuge(response, fault.bytes, fault.gzip ?? false);
    case 'deep':
      return sendDeep(response, fault.depth);
  }
}

const json = { 'content-type': 'application/json;charset=UTF-8' };

function sendExactly(response: ServerResponse, fault: Fault & { kind: 'answer' }): Sent {
  const { status, body } = fault;
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  response.writeHead(status, { ...json, ...fault.headers });
  response.end(isRaw ? body : JSON.stringify(body));
  return { status, code: isRaw ? null : readCode(body) };
}

function readCode(body: object): string | null {
  return 'code' in body && typeof body.code === 'string' ? body.code : null;
}

function buildCodeAnswer({ code, msg, status }: Fault & { kind: 'code' }): SimulatedResponse {
  return { status: status ?? 400, code, msg: msg ?? `simulated ${code}`, data: null };
}

function buildThrottleAnswer(retryAfter: string | undefined): SimulatedResponse {
  const answer = refuse('429');
  return retryAfter === undefined ? answer : { ...answer, headers: { 'retry-after': retryAfter } };
}

function buildPage(status: number): string {
  return `<!DOCTYPE html>\n<html lang="en"><head><title>${status}</title></head><body><h1>${status}</h1><p>The request could not be served.</p></body></html>\n`;
}
