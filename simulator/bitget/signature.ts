import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingRequest } from '../server/incoming-request.ts';

/** Whether `ACCESS-SIGN` covers the request exactly as it came in: `timestamp + METHOD + path + ?query`. */
export function isSigned(request: IncomingRequest, secret: string): boolean {
  const query = request.query === '' ? '' : `?${request.query}`;
  const message = `${request.header('ACCESS-TIMESTAMP')}${request.method}${request.path}${query}`;
  const expected = Buffer.from(createHmac('sha256', secret).update(message).digest('base64'));
  const sent = Buffer.from(request.header('ACCESS-SIGN') ?? '');
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}
