import { type LiveAccount, loopback } from '../bitget/account.ts';
import { type Endpoint, endpointAt, type PrivateEndpoint } from '../bitget/endpoints.ts';
import { checkHeaders, checkPrivateRequest } from '../bitget/request-checks.ts';
import type { IncomingRequest } from './incoming-request.ts';
import type { Limits } from './rate-limits.ts';
import { refuse, type SimulatedResponse } from './response.ts';

export type AuthorizationInput = {
  readonly request: IncomingRequest;
  /** The key's owner; null: unknown key. */
  readonly account: LiveAccount | null;
  readonly limits: Limits;
  /** The server's clock, ms. */
  readonly now: number;
  /** A clock that never jumps, ms. */
  readonly elapsed: number;
};

/** Returns Bitget's response to a request. */
export function authorize(input: AuthorizationInput): SimulatedResponse {
  const { request, account, limits, elapsed } = input;
  const endpoint = endpointAt(request.path);
  if (endpoint === null) return refuse('40404');
  if (request.method !== 'GET') return refuse('405');
  if (!limits.admit(clientAddress(account), elapsed)) return refuse('429');
  return endpoint.access === 'public' ? readPublic(endpoint, input) : readPrivate(endpoint, input);
}

function readPublic(
  endpoint: Endpoint & { access: 'public' },
  { request, account, limits, now, elapsed }: AuthorizationInput,
): SimulatedResponse {
  const left = limits.take(`${clientAddress(account)} ${request.path}`, endpoint.limit, elapsed);
  return left === null ? refuse('429') : withRemainingLimit(endpoint.read(now), left);
}

function readPrivate(
  endpoint: PrivateEndpoint,
  { request, account, limits, now, elapsed }: AuthorizationInput,
): SimulatedResponse {
  const missingHeader = checkHeaders(request);
  if (missingHeader !== null) return missingHeader;
  if (account === null) return refuse('40037');
  const refusal = checkPrivateRequest({ request, endpoint, account, now });
  if (refusal !== null) return refusal;
  const left = limits.take(`${account.uid} ${request.path}`, endpoint.limit, elapsed);
  return left === null ? refuse('429') : withRemainingLimit(endpoint.read(account, request), left);
}

function withRemainingLimit(response: SimulatedResponse, left: number): SimulatedResponse {
  return { ...response, headers: { ...response.headers, 'x-mbx-used-remain-limit': String(left) } };
}

function clientAddress(account: LiveAccount | null): string {
  return account?.clientIp ?? loopback;
}
