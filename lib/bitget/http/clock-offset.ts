import { ok, type Result } from '../../domain/core/result.ts';
import { amount, isKnown } from '../../domain/money/amount.ts';
import { ask, type Net } from './client.ts';
import { serverTime } from './endpoints.ts';
import { unreadable } from './unreadable.ts';

/** The server's clock minus ours in ms, half of the round trip being taken off. */
export async function clockOffset(net: Net): Promise<Result<number>> {
  const asked = net.clock.now();
  const answer = await ask(serverTime(), null, net);
  if (!answer.ok) return answer;
  const answered = net.clock.now();
  const data = answer.value;
  const time = typeof data === 'object' && data !== null && 'serverTime' in data ? amount(data.serverTime) : null;
  if (time === null || !isKnown(time)) return unreadable('serverTime');
  return ok(Math.round(Number(time) - (asked + answered) / 2));
}
