import { type LiveAccount, loopback } from '../bitget/account.ts';
import { type Endpoint, endpointAt, type PrivateEndpoint } from '../bitget/endpoints.ts';
import { checkHeaders, checkVisit } from '../bitget/request-checks.ts';
import type { IncomingRequest } from './incoming-request.ts';
import type { Limits } from './rate-limits.ts';
import { refuse, type SimulatedResponse } from './response.ts';

/** `account` is the key's owner, or null when the key is unknown; `now` is the server's clock in ms. */
export type AuthorizationInput = {
  readonly call: IncomingRequest;
  readonly account: LiveAccount | null;
  readonly limits: Limits;
  readonly now: number;
};

/** Bitget's answer to a call. */
export function authorize(asked: AuthorizationInput): SimulatedResponse {
  const { call, account, limits, now } = asked;
  const endpoint = endpointAt(call.path);
  if (endpoint === null) return refuse('40404');
  if (call.method !== 'GET') return refuse('405');
  if (!limits.admit(clientAddress(account), now)) return refuse('429');
  return endpoint.access === 'public' ? logVerdict(endpoint, asked) : serve(endpoint, asked);
}

function logVerdict(
  endpoint: Endpoint & { access: 'public' },
  { call, account, limits, now }: AuthorizationInput,
): SimulatedResponse {
  const left = limits.take(`${clientAddress(account)} ${call.path}`, endpoint.limit, now);
  return left === null ? refuse('429') : countRequest(endpoint.read(now), left);
}

function serve(endpoint: PrivateEndpoint, { call, account, limits, now }: AuthorizationInput): SimulatedResponse {
  const refusal = checkHeaders(call);
  if (refusal !== null) return refusal;
  if (account === null) return refuse('40037');
  const fault = checkVisit({ call, endpoint, account, now });
  if (fault !== null) return fault;
  const left = limits.take(`${account.uid} ${call.path}`, endpoint.limit, now);
  return left === null ? refuse('429') : countRequest(endpoint.read(account, call), left);
}

function countRequest(answer: SimulatedResponse, left: number): SimulatedResponse {
  return { ...answer, headers: { ...answer.headers, 'x-mbx-used-remain-limit': String(left) } };
}

function clientAddress(account: LiveAccount | null): string {
  return account?.clientIp ?? loopback;
}
