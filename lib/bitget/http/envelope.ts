import type { Failure } from '../../domain/core/failure.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import { sanitizeText } from '../../domain/core/sanitize.ts';
import { getCodeMeaning } from './error-codes.ts';
import { parseJson } from './parse-json.ts';
import { type ThrottledResponse, toThrottledFailure } from './retry-after.ts';

/** An untrusted HTTP response. `now` is the time of its arrival in ms. */
export type HttpResponse = ThrottledResponse & { readonly status: number; readonly body: string };

const SUCCESS = '00000';
const MAX_DETAIL_LENGTH = 120;

/**
 * Returns the `data` of Bitget's envelope, or the failure that its code means. The code decides on any HTTP status.
 * The `msg` is shown to the user. Only that of a throttle is matched, because no code names the throttled address.
 */
export function unwrapEnvelope(response: HttpResponse): Result<unknown> {
  const { status } = response;
  const envelope = parseJson(response.body);
  if (!isEnvelope(envelope)) return failed(failureForStatus(response));
  if (envelope.code === SUCCESS && status < 300) return ok(envelope.data);
  // A success code on an error status says nothing, so the status is the code.
  const code = envelope.code === SUCCESS ? `HTTP ${status}` : sanitizeText(envelope.code);
  return failed(toFailure(code, sanitizeText(envelope.msg ?? envelope.message, MAX_DETAIL_LENGTH), response));
}

function toFailure(code: string, detail: string, response: HttpResponse): Failure {
  const meaning = response.status === 429 ? 'throttled' : getCodeMeaning(code);
  switch (meaning) {
    case 'classic':
    case 'unified':
      return { kind: 'family', code, family: meaning };
    case 'clock':
      return { kind: 'clock', code, offset: 0 };
    case 'throttled':
      return toThrottledFailure(response, detail);
    case 'liquidating':
    case 'trouble':
    case 'maintenance':
    case 'retired':
    case 'invalid':
      return { kind: meaning, code };
    case undefined:
      return failureForUnknownCode(code, response.status);
    default:
      return { kind: 'refused', code, cause: meaning, ...(detail && { detail }) };
  }
}

/** An undocumented code counts as a temporary error, unless the HTTP status says that a retry is useless. */
function failureForUnknownCode(code: string, status: number): Failure {
  if (status === 401) return { kind: 'refused', code, cause: 'key' };
  if (isBlocked(status)) return { kind: 'blocked' };
  return { kind: status === 404 || status === 405 ? 'invalid' : 'trouble', code };
}

/** A response without Bitget's envelope: a page of a proxy, an empty body, or unreadable text. */
function failureForStatus(response: HttpResponse): Failure {
  const { status, body } = response;
  const code = `HTTP ${status}`;
  if (status === 429) return toThrottledFailure(response);
  if (isBlocked(status)) return { kind: 'blocked' };
  if (status >= 500) return { kind: 'trouble', code };
  const isSuccess = status < 300;
  if (body.trim() === '') return isSuccess ? { kind: 'blank' } : { kind: 'trouble', code };
  // A success status explains nothing, so the failure names the place instead.
  return status === 404 ? { kind: 'invalid', code } : { kind: 'unreadable', where: isSuccess ? 'body' : code };
}

/** 403, or 451 for legal reasons: a filter in front of Bitget rejects the address or the region. */
function isBlocked(status: number): boolean {
  return status === 403 || status === 451;
}

type Envelope = { readonly code: string; readonly data?: unknown; readonly msg?: unknown; readonly message?: unknown };

function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}
