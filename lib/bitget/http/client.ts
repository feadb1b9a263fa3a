import type { Credentials } from '../../domain/account/account.ts';
import type { Clock } from '../../domain/core/clock.ts';
import type { Failure } from '../../domain/core/failure.ts';
import { failed, type Result } from '../../domain/core/result.ts';
import { SECOND } from '../../domain/core/time.ts';
import { type Request, requestTarget } from './endpoints.ts';
import { unwrapEnvelope } from './envelope.ts';
import { HOST } from './host.ts';
import { readBody } from './read-body.ts';
import { buildPrehash, sign } from './sign.ts';
import { unreadableFailure } from './unreadable.ts';

/** The key that signs a request. `clockOffset` is the server's clock minus ours, in ms. */
export type Signer = { readonly credentials: Credentials; readonly demo: boolean; readonly clockOffset: number };

/** The outside world of a request, as arguments. */
export type Network = {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Aborts when the round times out. */
  readonly deadline: AbortSignal;
};

const REQUEST_TIMEOUT = 8 * SECOND;

/**
 * Sends one request and returns the `data` of Bitget's envelope. It has 8 s, the body included, and is signed if there
 * is a signer. Never retries; an expected error is returned as a `Failure`.
 */
export async function sendRequest(request: Request, signer: Signer | null, network: Network): Promise<Result<unknown>> {
  const target = requestTarget(request);
  const headers = signer ? await buildSignedHeaders(target, signer, network.clock.now()) : {};
  const { signal, meet } = network.clock.deadline(REQUEST_TIMEOUT, network.deadline);
  try {
    const response = await network.fetch(HOST + target, {
      ...FETCH_OPTIONS,
      headers: { ...headers, locale: 'en-US' },
      signal,
    });
    const body = await readBody(response);
    if (body === undefined) return unreadableFailure('length');
    const { status, headers: received } = response;
    const timing = { retryAfter: received.get('retry-after'), date: received.get('date'), now: network.clock.now() };
    return unwrapEnvelope({ status, body, ...timing });
  } catch (error) {
    return failed(describeNetworkError(error, signal, network.clock));
  } finally {
    meet();
  }
}

/** No cookies, no referrer, no redirects. */
const FETCH_OPTIONS = {
  method: 'GET',
  redirect: 'error',
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const;

async function buildSignedHeaders(target: string, { credentials, demo, clockOffset }: Signer, now: number) {
  const timestamp = Math.round(now + clockOffset);
  return {
    'ACCESS-KEY': credentials.apiKey,
    'ACCESS-SIGN': await sign(credentials.signing, buildPrehash(timestamp, target)),
    'ACCESS-TIMESTAMP': String(timestamp),
    'ACCESS-PASSPHRASE': credentials.passphrase,
    ...(demo && { paptrading: '1' }),
  };
}

/** `fetch` rejects with a TypeError for every network error; any other error is a mistake in the code. */
function describeNetworkError(error: unknown, signal: AbortSignal, clock: Clock): Failure {
  if (signal.aborted) return { kind: 'timeout' };
  if (error instanceof TypeError) return clock.online() ? { kind: 'unreachable' } : { kind: 'offline' };
  throw error;
}
