import type { LiveAccount } from '../bitget/account.ts';
import { endpointAt } from '../bitget/endpoints.ts';
import { isPaper } from '../bitget/request-checks.ts';
import { isSigned } from '../bitget/signature.ts';
import type { IncomingRequest } from './incoming-request.ts';

/**
 * Whether the request has a right signature, whatever the response: a 40085 may have a wrong one.
 * `unchecked`: signed with an unknown key.
 */
export type SignatureState = 'right' | 'wrong' | 'missing' | 'unchecked' | 'none needed';

/** A request, logged on arrival. Never holds a secret, a passphrase or a signature. */
export type LogEntry = {
  /** Time of arrival, ms, by the clock given at start without the server's offset. */
  readonly at: number;
  /** Its `ACCESS-TIMESTAMP`, ms, by the client's clock; null if missing. */
  readonly sentAt: number | null;
  readonly method: string;
  readonly path: string;
  /** Raw, without the `?`. */
  readonly query: string;
  /** Names of the headers present, in lower case. */
  readonly headers: readonly string[];
  readonly apiKey: string | null;
  /** The `Host` header. */
  readonly host: string;
  readonly signature: SignatureState;
  readonly paptrading: boolean;
  /** Status of the response; null while there is none. */
  readonly status: number | null;
  /** The envelope's code; null if there was no envelope. */
  readonly code: string | null;
};

export type OpenEntry = { -readonly [Field in keyof LogEntry]: LogEntry[Field] };

export function openEntry(request: IncomingRequest, account: LiveAccount | null, at: number): OpenEntry {
  return {
    at,
    sentAt: readTimestamp(request.header('ACCESS-TIMESTAMP')),
    method: request.method,
    path: request.path,
    query: request.query,
    headers: request.headerNames,
    apiKey: request.header('ACCESS-KEY'),
    host: request.header('Host') ?? '',
    signature: readSignatureState(request, account),
    paptrading: isPaper(request),
    status: null,
    code: null,
  };
}

function readTimestamp(timestamp: string | null): number | null {
  return timestamp !== null && /^\d+$/.test(timestamp) ? Number(timestamp) : null;
}

function readSignatureState(request: IncomingRequest, account: LiveAccount | null): SignatureState {
  if (endpointAt(request.path)?.access === 'public') return 'none needed';
  if (request.header('ACCESS-SIGN') === null) return 'missing';
  if (account === null) return 'unchecked';
  return isSigned(request, account.secret) ? 'right' : 'wrong';
}
