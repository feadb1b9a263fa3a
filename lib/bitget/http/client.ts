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

/** Who asks. `clockOffset` is the server's clock minus ours, in ms. */
export type Signer = { readonly credentials: Credentials; readonly demo: boolean; readonly clockOffset: number };

/** What a call needs of the world. */
export type Network = {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Aborted when the round's own time is up. */
  readonly deadline: AbortSignal;
};

const REQUEST_TIMEOUT = 8 * SECOND;

/**
 * Asks Bitget once, within 8 s with the body, and opens the envelope. Without a caller the call is
 * not signed. Every trouble comes back as a `Failure`; nothing is tried again here.
 */
export async function sendRequest(request: Request, caller: Signer | null, net: Network): Promise<Result<unknown>> {
  const target = requestTarget(request);
  const headers = caller ? await buildSignedHeaders(target, caller, net.clock.now()) : {};
  const { signal, meet } = net.clock.deadline(REQUEST_TIMEOUT, net.deadline);
  try {
    const response = await net.fetch(HOST + target, {
      ...FETCH_OPTIONS,
      headers: { ...headers, locale: 'en-US' },
      signal,
    });
    const body = await readBody(response);
    if (body === undefined) return unreadableFailure('length');
    const { status, headers: sent } = response;
    const told = { retryAfter: sent.get('retry-after'), date: sent.get('date'), now: net.clock.now() };
    return unwrapEnvelope({ status, body, ...told });
  } catch (error) {
    return failed(describeNetworkError(error, signal, net.clock));
  } finally {
    meet();
  }
}

/** Nothing beyond the request itself leaves, and a redirect is never followed. */
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

/** `fetch` rejects with a TypeError for every trouble of the network; anything else is a mistake of ours. */
function describeNetworkError(error: unknown, signal: AbortSignal, clock: Clock): Failure {
  if (signal.aborted) return { kind: 'timeout' };
  if (error instanceof TypeError) return clock.online() ? { kind: 'unreachable' } : { kind: 'offline' };
  throw error;
}
