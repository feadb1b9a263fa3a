import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import type { Simulator } from '../server/server.ts';

export type Credentials = {
  readonly apiKey: string;
  readonly secret: string;
  readonly passphrase: string;
};

/** What a test may do otherwise than right. A header that is null is left out. */
export type RequestChange = {
  readonly method?: string;
  readonly timestamp?: string;
  /** The target that is signed, if it is not the one that is sent. */
  readonly signed?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
};

export type Reply = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

/** Signs and sends, and reads the answer to its end. Rejects if the connection breaks. */
export async function call(
  simulator: Simulator,
  target: string,
  credentials: Credentials | null = null,
  twist: RequestChange = {},
): Promise<Reply> {
  const response = await open(simulator, target, credentials, twist);
  const chunks: Uint8Array[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('latin1');
  return { status: response.statusCode ?? 0, headers: response.headers, text };
}

/** As `call`, but resolves as soon as the headers are there. */
export function open(
  simulator: Simulator,
  target: string,
  credentials: Credentials | null = null,
  twist: RequestChange = {},
): Promise<IncomingMessage> {
  const method = twist.method ?? 'GET';
  const headers = credentials === null ? {} : sign(credentials, method, target, twist);
  return new Promise((resolve, reject) => {
    const url = new URL(simulator.origin);
    const options = { agent, ca: simulator.certificate.pem, method, path: target };
    request(
      { ...options, host: url.hostname, port: url.port, headers: present({ ...headers, ...twist.headers }) },
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
  twist: RequestChange,
): Record<string, string> {
  const timestamp = twist.timestamp ?? String(Date.now());
  const message = timestamp + method + (twist.signed ?? target);
  return {
    'ACCESS-KEY': apiKey,
    'ACCESS-SIGN': createHmac('sha256', secret).update(message).digest('base64'),
    'ACCESS-TIMESTAMP': timestamp,
    'ACCESS-PASSPHRASE': passphrase,
    locale: 'en-US',
  };
}

function present(headers: Readonly<Record<string, string | null>>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) if (value !== null) kept[name] = value;
  return kept;
}
