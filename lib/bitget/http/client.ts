import type { Credentials } from '../../domain/account/account.ts';
import type { Clock } from '../../domain/core/clock.ts';
import type { Failure } from '../../domain/core/failure.ts';
import { failed, type Result } from '../../domain/core/result.ts';
import { SECOND } from '../../domain/core/time.ts';
import { type Request, targetOf } from './endpoints.ts';
import { open } from './envelope.ts';
import { HOST } from './host.ts';
import { readBody } from './read-body.ts';
import { prehash, sign } from './sign.ts';
import { unreadable } from './unreadable.ts';

/** Who asks. `clockOffset` is the server's clock minus ours, in ms. */
export type Caller = { readonly credentials: Credentials; readonly demo: boolean; readonly clockOffset: number };

/** What a call needs of the world. */
export type Net = {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** Aborted when the round's own time is up. */
  readonly deadline: AbortSignal;
};

const PATIENCE = 8 * SECOND;

/**
 * Asks Bitget once, within 8 s with the body, and opens the envelope. Without a caller the call is
 * not signed. Every trouble comes back as a `Failure`; nothing is tried again here.
 */
export async function ask(request: Request, caller: Caller | null, net: Net): Promise<Result<unknown>> {
  const target = targetOf(request);
  const headers = caller ? await signedHeaders(target, caller, net.clock.now()) : {};
  const { signal, meet } = net.clock.deadline(PATIENCE, net.deadline);
  try {
    const response = await net.fetch(HOST + target, { ...ONLY_THIS, headers: { ...headers, locale: 'en-US' }, signal });
    const body = await readBody(response);
    if (body === undefined) return unreadable('length');
    const { status, headers: sent } = response;
    const told = { retryAfter: sent.get('retry-after'), date: sent.get('date'), now: net.clock.now() };
    return open({ status, body, ...told });
  } catch (error) {
    return failed(unanswered(error, signal, net.clock));
  } finally {
    meet();
  }
}

/** Nothing beyond the request itself leaves, and a redirect is never followed. */
const ONLY_THIS = {
  method: 'GET',
  redirect: 'error',
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const;

async function signedHeaders(target: string, { credentials, demo, clockOffset }: Caller, now: number) {
  const timestamp = Math.round(now + clockOffset);
  return {
    'ACCESS-KEY': credentials.apiKey,
    'ACCESS-SIGN': await sign(credentials.signing, prehash(timestamp, target)),
    'ACCESS-TIMESTAMP': String(timestamp),
    'ACCESS-PASSPHRASE': credentials.passphrase,
    ...(demo && { paptrading: '1' }),
  };
}

/** `fetch` rejects with a TypeError for every trouble of the network; anything else is a mistake of ours. */
function unanswered(error: unknown, signal: AbortSignal, clock: Clock): Failure {
  if (signal.aborted) return { kind: 'timeout' };
  if (error instanceof TypeError) return clock.online() ? { kind: 'unreachable' } : { kind: 'offline' };
  throw error;
}
