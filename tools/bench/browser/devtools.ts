import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/**
 * Chromium's debugging protocol over its two pipes. Puppeteer stops every new page until it has attached, which would
 * distort the measurement. Here the debugger attaches only on request.
 */
export type Devtools = {
  send(method: string, params?: object, session?: string): Promise<Reply>;
  on(method: string, listener: (params: Reply, session: string | undefined) => void): void;
};

/** A response of the protocol. Its shape depends on the Chromium version, which the results name. */
// biome-ignore lint/suspicious/noExplicitAny: the protocol's types are not part of this package
export type Reply = any;

type PendingRequest = { readonly method: string; resolve(value: Reply): void; reject(error: Error): void };
type Listener = (params: Reply, session: string | undefined) => void;

/** Connects to a Chromium started with `--remote-debugging-pipe`: file descriptor 3 takes requests, 4 returns responses. */
export function connectDevtools(child: ChildProcess): Devtools {
  const requests = child.stdio[3] as Writable;
  const responses = child.stdio[4] as Readable;
  const pending = new Map<number, PendingRequest>();
  const listeners = new Map<string, Listener[]>();
  let lastId = 0;
  let incomplete = '';
  const receive = (message: Reply) => {
    const request = pending.get(message.id);
    if (request === undefined) {
      for (const listener of listeners.get(message.method) ?? []) listener(message.params, message.sessionId);
      return;
    }
    pending.delete(message.id);
    if (message.error) request.reject(new Error(`${request.method}: ${message.error.message}`));
    else request.resolve(message.result);
  };
  responses.setEncoding('utf8').on('data', (text: string) => {
    const messages = (incomplete + text).split('\0');
    incomplete = messages.pop() ?? '';
    for (const message of messages) receive(JSON.parse(message));
  });
  requests.on('error', () => undefined);
  child.once('exit', () => {
    for (const { method, reject } of pending.values()) reject(new Error(`${method}: the browser has exited`));
  });
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        pending.set(lastId, { method, resolve, reject });
        requests.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
      }),
    on: (method, listener) => {
      listeners.set(method, [...(listeners.get(method) ?? []), listener]);
    },
  };
}
