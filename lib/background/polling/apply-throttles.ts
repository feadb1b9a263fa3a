import type { AccountId } from '../../domain/account/account.ts';
import type { Throttles } from '../../domain/polling/reading.ts';
import { addThrottles } from './backoff.ts';
import { commitReadings } from './commit-readings.ts';

/** Stores the throttles of requests outside a round, so that they also apply to rounds. */
export async function applyThrottles(id: AccountId, throttles: Throttles = {}): Promise<void> {
  if (Object.keys(throttles).length === 0) return;
  await commitReadings((known) => {
    const reading = known.accounts[id];
    if (!reading) return known;
    return {
      ...known,
      accounts: { ...known.accounts, [id]: { ...reading, retry: addThrottles(reading.retry, throttles) } },
    };
  });
}
