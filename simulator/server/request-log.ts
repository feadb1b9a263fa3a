import type { LiveAccount } from '../bitget/account.ts';
import { endpointAt } from '../bitget/endpoints.ts';
import { isPaper } from '../bitget/request-checks.ts';
import { isSigned } from '../bitget/signature.ts';
import type { IncomingRequest } from './incoming-request.ts';

/**
 * Whether the call was signed rightly, whatever it was answered: a 40085 may bear a wrong signature.
 * `unchecked`: signed with a key that nobody here has.
 */
export type SignatureState = 'right' | 'wrong' | 'missing' | 'unchecked' | 'none needed';

/** A request, from the moment it came in. Never holds a secret, a passphrase or a signature. */
export type LogEntry = {
  /** When it came in, ms, by the clock given at start without the server's offset. */
  readonly at: number;
  /** When it was signed, ms, by the clock of who asked: its `ACCESS-TIMESTAMP`; null if it bears none. */
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
  /** What was answered; null while, or if, nothing was. */
  readonly status: number | null;
  /** The envelope's code; null if there was no envelope. */
  readonly code: string | null;
};

export type OpenEntry = { -readonly [Field in keyof LogEntry]: LogEntry[Field] };

export function openEntry(call: IncomingRequest, account: LiveAccount | null, at: number): OpenEntry {
  return {
    at,
    sentAt: sentAt(call.header('ACCESS-TIMESTAMP')),
    method: call.method,
    path: call.path,
    query: call.query,
    headers: call.headerNames,
    apiKey: call.header('ACCESS-KEY'),
    host: call.header('Host') ?? '',
    signature: signatureState(call, account),
    paptrading: isPaper(call),
    status: null,
    code: null,
  };
}

function sentAt(timestamp: string | null): number | null {
  return timestamp !== null && /^\d+$/.test(timestamp) ? Number(timestamp) : null;
}

function signatureState(call: IncomingRequest, account: LiveAccount | null): SignatureState {
  if (endpointAt(call.path)?.access === 'public') return 'none needed';
  if (call.header('ACCESS-SIGN') === null) return 'missing';
  if (account === null) return 'unchecked';
  return isSigned(call, account.secret) ? 'right' : 'wrong';
}
