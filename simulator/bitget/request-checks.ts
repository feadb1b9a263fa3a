import type { IncomingRequest } from '../server/incoming-request.ts';
import { refuse, type SimulatedResponse } from '../server/response.ts';
import type { LiveAccount } from './account.ts';
import type { PrivateEndpoint } from './endpoints.ts';
import { isPermitted } from './permissions.ts';
import { isSigned } from './signature.ts';

/** A request of a known key to an endpoint that needs one. */
export type PrivateRequest = {
  readonly request: IncomingRequest;
  readonly endpoint: PrivateEndpoint;
  readonly account: LiveAccount;
  /** The server's clock, ms. */
  readonly now: number;
};

/** The first missing header, which Bitget refuses before it looks up the key, or null. */
export function checkHeaders(request: IncomingRequest): SimulatedResponse | null {
  if (request.header('ACCESS-KEY') === null) return refuse('40001');
  if (request.header('ACCESS-SIGN') === null) return refuse('40002');
  if (request.header('ACCESS-TIMESTAMP') === null) return refuse('40003');
  if (request.header('ACCESS-PASSPHRASE') === null) return refuse('40011');
  return null;
}

/** Bitget's first objection to a request of a known key, or null. */
export function checkPrivateRequest(request: PrivateRequest): SimulatedResponse | null {
  for (const check of checks) {
    const refusal = check(request);
    if (refusal !== null) return refusal;
  }
  return null;
}

type Check = (request: PrivateRequest) => SimulatedResponse | null;

// The order matters: a unified account gets 40085 whatever its secret is.
const checks: readonly Check[] = [
  checkAddress,
  checkTimestamp,
  checkFamily,
  checkSignature,
  checkPassphrase,
  checkEnvironment,
  checkPermission,
];

const WINDOW = 30 * 1000;

function checkAddress({ account }: PrivateRequest): SimulatedResponse | null {
  const allowed = account.ips.length === 0 || account.ips.includes(account.clientIp);
  return allowed ? null : refuse('40018', account.clientIp);
}

function checkTimestamp({ request, now }: PrivateRequest): SimulatedResponse | null {
  const timestamp = request.header('ACCESS-TIMESTAMP') ?? '';
  if (!/^\d{1,15}$/.test(timestamp)) return refuse('40005');
  return Math.abs(now - Number(timestamp)) > WINDOW ? refuse('40008') : null;
}

function checkFamily({ account, endpoint }: PrivateRequest): SimulatedResponse | null {
  if (account.family === endpoint.family) return null;
  return refuse(account.family === 'unified' ? '40085' : account.notUnifiedCode);
}

function checkSignature({ request, account }: PrivateRequest): SimulatedResponse | null {
  return isSigned(request, account.secret) ? null : refuse('40009');
}

function checkPassphrase({ request, account }: PrivateRequest): SimulatedResponse | null {
  return request.header('ACCESS-PASSPHRASE') === account.passphrase ? null : refuse('40012');
}

function checkEnvironment({ request, account }: PrivateRequest): SimulatedResponse | null {
  return isPaper(request) === account.demo ? null : refuse('40099');
}

function checkPermission({ account, endpoint }: PrivateRequest): SimulatedResponse | null {
  return isPermitted(account, endpoint.permission) ? null : refuse('40014', endpoint.permission.name);
}

/** Whether the request asks for demo trading. */
export function isPaper(request: IncomingRequest): boolean {
  return request.header('paptrading') === '1';
}
