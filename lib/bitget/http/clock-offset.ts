import { ok, type Result } from '../../domain/core/result.ts';
import { isKnown, parseAmount } from '../../domain/money/amount.ts';
import { type Network, sendRequest } from './client.ts';
import { serverTimeRequest } from './endpoints.ts';
import { unreadableFailure } from './unreadable.ts';

/** The server's clock minus ours in ms, half of the round trip being taken off. */
export async function computeClockOffset(net: Network): Promise<Result<number>> {
  const asked = net.clock.now();
  const answer = await sendRequest(serverTimeRequest(), null, net);
  if (!answer.ok) return answer;
  const answered = net.clock.now();
  const data = answer.value;
  const time = typeof data === 'object' && data !== null && 'serverTime' in data ? parseAmount(data.serverTime) : null;
  if (time === null || !isKnown(time)) return unreadableFailure('serverTime');
  return ok(Math.round(Number(time) - (asked + answered) / 2));
}
