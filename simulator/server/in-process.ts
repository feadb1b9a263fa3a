import { createServer, type IncomingMessage, request as sendRequest } from 'node:http';
import { duplexPair } from 'node:stream';
import { createExchange, type Exchange, type ExchangeOptions } from './exchange.ts';
import { handleRequest } from './handle-request.ts';

/** A simulated Bitget in the test's process: real HTTP requests and responses, over memory instead of a socket. */
export type InProcessExchange = Exchange & {
  readonly fetch: typeof fetch;
  /** Whether a request, or the end of a response, is sent but not yet received. */
  isInTransit(): boolean;
  /** Whether a response is awaited or its body has not ended. */
  isOpen(): boolean;
};

export function createInProcessExchange(options: ExchangeOptions = {}): InProcessExchange {
  const { handler, exchange } = createExchange(options);
  let open = 0;
  let requests = 0;
  let ends = 0;
  const server = createServer((request, response) => {
    requests -= 1;
    response.once('close', () => {
      ends += 1;
    });
    handleRequest(handler, request, response);
  });

  /** Sends a request over a new connection. */
  const send = (url: URL, { method = 'GET', headers = {} }: RequestInit) => {
    const [client, remote] = duplexPair();
    open += 1;
    requests += 1;
    // One side of a pair is not notified when the other one is destroyed.
    remote.once('close', () => client.destroy(new Error('connection reset')));
    client.once('close', () => remote.destroy());
    server.emit('connection', remote);
    const request = sendRequest({
      createConnection: () => client,
      path: url.pathname + url.search,
      method,
      headers: { ...Object.fromEntries(new Headers(headers)), host: url.host },
    });
    return request.once('close', () => {
      open -= 1;
      ends -= 1;
    });
  };

  return {
    ...exchange,
    isInTransit: () => requests !== 0 || ends !== 0,
    isOpen: () => open > 0,
    fetch: async (input, init = {}) => {
      const { signal, redirect } = init;
      signal?.throwIfAborted();
      const received = Promise.withResolvers<IncomingMessage>();
      const request = send(new URL(String(input)), init).end();
      request.once('response', received.resolve).on('error', received.reject);
      signal?.addEventListener('abort', () => request.destroy());
      const explain = () => (signal?.aborted ? signal.reason : new TypeError('Failed to fetch'));
      const message = await received.promise.catch(() => Promise.reject(explain()));
      const { statusCode = 0, headers } = message;
      if (redirect === 'error' && statusCode >= 300 && statusCode < 400) {
        request.destroy();
        throw explain();
      }
      const sent = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
      return new Response(streamBody(message, explain), { status: statusCode, headers: sent });
    },
  };
}

/** The body as `fetch` streams it; a network error becomes the error that `explain` returns. */
function streamBody(message: IncomingMessage, explain: () => unknown): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = message[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chunks.next().catch(() => Promise.reject(explain()));
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      message.destroy();
    },
  });
}
