import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import type { Simulator } from '../server/server.ts';

export type Credentials = {
  readonly apiKey: string;
  readonly secret: string;
  readonly passphrase: string;
};

/** How a request differs from a right one. A header that is null is left out. */
export type RequestChange = {
  readonly method?: string;
  readonly timestamp?: string;
  /** The signed target, if it differs from the sent one. */
  readonly signed?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
};

export type Reply = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

/** Signs and sends a request and reads the complete response. Rejects if the connection breaks. */
export async function call(
  simulator: Simulator,
  target: string,
  credentials: Credentials | null = null,
  change: RequestChange = {},
): Promise<Reply> {
  const response = await open(simulator, target, credentials, change);
  const chunks: Uint8Array[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('latin1');
  return { status: response.statusCode ?? 0, headers: response.headers, text };
}

/** Like `call`, but resolves with the headers. */
export function open(
  simulator: Simulator,
  target: string,
  credentials: Credentials | null = null,
  change: RequestChange = {},
): Promise<IncomingMessage> {
  const method = change.method ?? 'GET';
  const headers = credentials === null ? {} : sign(credentials, method, target, change);
  return new Promise((resolve, reject) => {
    const url = new URL(simulator.origin);
    const options = { agent, ca: simulator.certificate.pem, method, path: target };
    request(
      { ...options, host: url.hostname, port: url.port, headers: dropMissing({ ...headers, ...change.headers }) },
      resolve,
    )
      .once('error', reject)
      .end();
  });
}

const agent = new Agent({ keepAlive: false });

function sign(
  { apiKey, secret, passphrase }: Credentials,
  method: string,
  target: string,
  change: RequestChange,
): Record<string, string> {
  const timestamp = change.timestamp ?? String(Date.now());
  const message = timestamp + method + (change.signed ?? target);
  return {
    'ACCESS-KEY': apiKey,
    'ACCESS-SIGN': createHmac('sha256', secret).update(message).digest('base64'),
    'ACCESS-TIMESTAMP': timestamp,
    'ACCESS-PASSPHRASE': passphrase,
    locale: 'en-US',
  };
}

function dropMissing(headers: Readonly<Record<string, string | null>>): Record<string, string> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) if (value !== null) given[name] = value;
  return given;
}
