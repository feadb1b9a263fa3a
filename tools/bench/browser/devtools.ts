import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/**
 * Chromium's debugging protocol over its two pipes. Puppeteer stops every new page until it has attached to it, which
 * would be inside what is measured; here nothing is attached to before it is asked for.
 */
export type Devtools = {
  send(method: string, params?: object, session?: string): Promise<Reply>;
  on(method: string, heard: (params: Reply, session: string | undefined) => void): void;
};

/** What the protocol answers. Its shape is Chromium's, of the version that is printed with the results. */
// biome-ignore lint/suspicious/noExplicitAny: the protocol's types are not part of this package
export type Reply = any;

type Waiting = { readonly method: string; resolve(value: Reply): void; reject(error: Error): void };
type Heard = (params: Reply, session: string | undefined) => void;

/** Speaks to a Chromium started with `--remote-debugging-pipe`: its file descriptor 3 is written to, 4 is read. */
export function speak(child: ChildProcess): Devtools {
  const into = child.stdio[3] as Writable;
  const from = child.stdio[4] as Readable;
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Heard[]>();
  let last = 0;
  let rest = '';
  const receive = (message: Reply) => {
    const asked = waiting.get(message.id);
    if (asked === undefined) {
      for (const heard of listeners.get(message.method) ?? []) heard(message.params, message.sessionId);
      return;
    }
    waiting.delete(message.id);
    if (message.error) asked.reject(new Error(`${asked.method}: ${message.error.message}`));
    else asked.resolve(message.result);
  };
  from.setEncoding('utf8').on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) receive(JSON.parse(message));
  });
  into.on('error', () => undefined);
  child.once('exit', () => {
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: the browser has gone`));
  });
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { method, resolve, reject });
        into.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      }),
    on: (method, heard) => {
      listeners.set(method, [...(listeners.get(method) ?? []), heard]);
    },
  };
}
