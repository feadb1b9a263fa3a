import type { Simulator } from '../server/server.ts';
import { classic } from './accounts.ts';
import { type Credentials, call, type RequestChange } from './raw-client.ts';

/** The time of servers with a fixed clock, ms. */
export const noon = 1_700_000_000_000;

/** Returns status and code of a response, `200 00000` for example. The request is signed at noon unless `change` says otherwise. */
export async function readCode(
  simulator: Simulator,
  target: string,
  credentials: Credentials | null = classic,
  change: RequestChange = {},
): Promise<string> {
  const reply = await call(simulator, target, credentials, { timestamp: String(noon), ...change });
  const body: unknown = JSON.parse(reply.text);
  const fields = ['code', 'msg', 'requestTime', 'data'];
  if (typeof body !== 'object' || body === null || !fields.every((field) => field in body)) {
    throw new Error(`no envelope: ${reply.text}`);
  }
  return `${reply.status} ${'code' in body ? body.code : ''}`;
}
