import type { Simulator } from '../server/server.ts';
import { classic } from './accounts.ts';
import { type Credentials, call, type RequestChange } from './raw-client.ts';

/** A moment for servers whose clock stands still. */
export const noon = 1_700_000_000_000;

/** Status and code of an answer, `200 00000` for example; signed at noon unless the twist says otherwise. */
export async function readCode(
  simulator: Simulator,
  target: string,
  who: Credentials | null = classic,
  twist: RequestChange = {},
): Promise<string> {
  const reply = await call(simulator, target, who, { timestamp: String(noon), ...twist });
  const body: unknown = JSON.parse(reply.text);
  const fields = ['code', 'msg', 'requestTime', 'data'];
  if (typeof body !== 'object' || body === null || !fields.every((field) => field in body)) {
    throw new Error(`no envelope: ${reply.text}`);
  }
  return `${reply.status} ${'code' in body ? body.code : ''}`;
}
