import type { Failure } from '../../domain/core/failure.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import { sanitizeText } from '../../domain/core/sanitize.ts';
import { getCodeMeaning } from './error-codes.ts';
import { parseJson } from './parse-json.ts';
import { type ThrottledResponse, toThrottledFailure } from './retry-after.ts';

/** An answer of the exchange, before anything in it is believed. `now` is when it came, in ms. */
export type HttpResponse = ThrottledResponse & { readonly status: number; readonly body: string };

const SUCCESS = '00000';
const MAX_DETAIL_LENGTH = 120;

/**
 * Opens Bitget's envelope: the `data` of a success, or what the failure means. The code decides,
 * on whatever HTTP status it came; `msg` is kept for the eye and never matched on.
 */
export function unwrapEnvelope(answer: HttpResponse): Result<unknown> {
  const { status } = answer;
  const sent = parseJson(answer.body);
  if (!isEnvelope(sent)) return failed(failureForStatus(answer));
  if (sent.code === SUCCESS && status < 300) return ok(sent.data);
  // The code of a success on an error status says nothing: the status is what went wrong.
  const code = sent.code === SUCCESS ? `HTTP ${status}` : sanitizeText(sent.code);
  return failed(toFailure(code, sanitizeText(sent.msg ?? sent.message, MAX_DETAIL_LENGTH), answer));
}

function toFailure(code: string, detail: string, answer: HttpResponse): Failure {
  const meaning = answer.status === 429 ? 'throttled' : getCodeMeaning(code);
  switch (meaning) {
    case 'classic':
    case 'unified':
      return { kind: 'family', code, family: meaning };
    case 'clock':
      return { kind: 'clock', code, offset: 0 };
    case 'throttled':
      return toThrottledFailure(answer);
    case 'liquidating':
    case 'trouble':
    case 'maintenance':
    case 'invalid':
      return { kind: meaning, code };
    case undefined:
      return failureForUnknownCode(code, answer.status);
    default:
      return { kind: 'refused', code, cause: meaning, ...(detail && { detail }) };
  }
}

/** A code that no table names is passing trouble, unless the HTTP status says that asking again is useless. */
function failureForUnknownCode(code: string, status: number): Failure {
  if (status === 401) return { kind: 'refused', code, cause: 'key' };
  if (isBlocked(status)) return { kind: 'blocked' };
  return { kind: status === 404 || status === 405 ? 'invalid' : 'trouble', code };
}

/** Not Bitget's own words: a page of the network in between, an empty body, or nothing that can be read. */
function failureForStatus(answer: HttpResponse): Failure {
  const { status, body } = answer;
  const code = `HTTP ${status}`;
  if (status === 429) return toThrottledFailure(answer);
  if (isBlocked(status)) return { kind: 'blocked' };
  if (status >= 500) return { kind: 'trouble', code };
  const isGood = status < 300;
  if (body.trim() === '') return isGood ? { kind: 'blank' } : { kind: 'trouble', code };
  // The status of a success is no clue, so the place is named instead.
  return status === 404 ? { kind: 'invalid', code } : { kind: 'unreadable', where: isGood ? 'body' : code };
}

/** Forbidden, or for legal reasons: a filter in front of Bitget refuses the address or the region. */
function isBlocked(status: number): boolean {
  return status === 403 || status === 451;
}

type Envelope = { readonly code: string; readonly data?: unknown; readonly msg?: unknown; readonly message?: unknown };

function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}
