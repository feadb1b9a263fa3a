import type { IncomingRequest } from '../server/incoming-request.ts';
import { refuse, type SimulatedResponse } from '../server/response.ts';
import type { LiveAccount } from './account.ts';
import type { PrivateEndpoint } from './endpoints.ts';
import { isPermitted } from './permissions.ts';
import { isSigned } from './signature.ts';

export type Visit = {
  readonly call: IncomingRequest;
  readonly endpoint: PrivateEndpoint;
  readonly account: LiveAccount;
  /** The server's clock, ms. */
  readonly now: number;
};

/** What Bitget finds wrong with the headers alone, before it knows whose key it is. */
export function checkHeaders(call: IncomingRequest): SimulatedResponse | null {
  if (call.header('ACCESS-KEY') === null) return refuse('40001');
  if (call.header('ACCESS-SIGN') === null) return refuse('40002');
  if (call.header('ACCESS-TIMESTAMP') === null) return refuse('40003');
  if (call.header('ACCESS-PASSPHRASE') === null) return refuse('40011');
  return null;
}

/** The first thing wrong with a call of a known key, or null. */
export function checkVisit(visit: Visit): SimulatedResponse | null {
  for (const check of checks) {
    const answer = check(visit);
    if (answer !== null) return answer;
  }
  return null;
}

type Check = (visit: Visit) => SimulatedResponse | null;

// The order is the rule: a unified account hears 40085 whatever its secret is.
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

function checkAddress({ account }: Visit): SimulatedResponse | null {
  const allowed = account.ips.length === 0 || account.ips.includes(account.clientIp);
  return allowed ? null : refuse('40018', account.clientIp);
}

function checkTimestamp({ call, now }: Visit): SimulatedResponse | null {
  const timestamp = call.header('ACCESS-TIMESTAMP') ?? '';
  if (!/^\d{1,15}$/.test(timestamp)) return refuse('40005');
  return Math.abs(now - Number(timestamp)) > WINDOW ? refuse('40008') : null;
}

function checkFamily({ account, endpoint }: Visit): SimulatedResponse | null {
  if (account.family === endpoint.family) return null;
  return refuse(account.family === 'unified' ? '40085' : '40084');
}

function checkSignature({ call, account }: Visit): SimulatedResponse | null {
  return isSigned(call, account.secret) ? null : refuse('40009');
}

function checkPassphrase({ call, account }: Visit): SimulatedResponse | null {
  return call.header('ACCESS-PASSPHRASE') === account.passphrase ? null : refuse('40012');
}

function checkEnvironment({ call, account }: Visit): SimulatedResponse | null {
  return isPaper(call) === account.demo ? null : refuse('40099');
}

function checkPermission({ account, endpoint }: Visit): SimulatedResponse | null {
  return isPermitted(account, endpoint.permission) ? null : refuse('40014', endpoint.permission.name);
}

/** Whether the call asks for demo trading. */
export function isPaper(call: IncomingRequest): boolean {
  return call.header('paptrading') === '1';
}
