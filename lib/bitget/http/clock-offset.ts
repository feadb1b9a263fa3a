import { ok, type Result } from '../../domain/core/result.ts';
import { isKnown, parseAmount } from '../../domain/money/amount.ts';
import { type Network, sendRequest } from './client.ts';
import { serverTimeRequest } from './endpoints.ts';
import { unreadableFailure } from './unreadable.ts';

/** Returns the server's clock minus ours in ms, corrected by half the round trip. */
export async function computeClockOffset(network: Network): Promise<Result<number>> {
  const sentAt = network.clock.now();
  const response = await sendRequest(serverTimeRequest(), null, network);
  if (!response.ok) return response;
  const receivedAt = network.clock.now();
  const data = response.value;
  const time = typeof data === 'object' && data !== null && 'serverTime' in data ? parseAmount(data.serverTime) : null;
  if (!isKnown(time)) return unreadableFailure('serverTime');
  return ok(Math.round(Number(time) - (sentAt + receivedAt) / 2));
}
