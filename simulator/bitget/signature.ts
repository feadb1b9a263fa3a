import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingRequest } from '../server/incoming-request.ts';

/** Whether `ACCESS-SIGN` covers the request exactly as received: `timestamp + METHOD + path + ?query`. */
export function isSigned(call: IncomingRequest, secret: string): boolean {
  const query = call.query === '' ? '' : `?${call.query}`;
  const message = `${call.header('ACCESS-TIMESTAMP')}${call.method}${call.path}${query}`;
  const wanted = Buffer.from(createHmac('sha256', secret).update(message).digest('base64'));
  const sent = Buffer.from(call.header('ACCESS-SIGN') ?? '');
  return sent.length === wanted.length && timingSafeEqual(sent, wanted);
}
