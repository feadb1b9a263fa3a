import type { AccountResponse, SendRequest } from '../../bitget/account/account-response.ts';
import { createSender, readAccount } from '../../bitget/account/read-account.ts';
import { keyInfoRequest } from '../../bitget/http/endpoints.ts';
import { parseClassicKeyInfo, parseUnifiedKeyInfo } from '../../bitget/parse/key-info.ts';
import { clock } from '../../browser/api/clock.ts';
import * as items from '../../browser/storage/items.ts';
import { read, update } from '../../browser/storage/store.ts';
import type { Account, AccountId, Credentials } from '../../domain/account/account.ts';
import { type KeyInfo, NO_KEY_INFO } from '../../domain/account/key-info.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import { getFamily, READY } from '../../domain/polling/reading.ts';
import { pauseAccount, throttledUntil } from '../polling/backoff.ts';
import { commitReadings } from '../polling/commit-readings.ts';
import { createRequestContext, findBlocker } from '../polling/poll.ts';
import { updateReading } from '../polling/update-reading.ts';

/** The readings and key info of a check that Bitget accepted. */
export type CheckResult = {
  readonly read: AccountResponse;
  readonly key: KeyInfo;
  readonly clockOffset: number;
  readonly startedAt: number;
  /** The deadline of a throttle that came along with accepted responses; 0 for none. */
  readonly pausedUntil: number;
};

/**
 * Reads an account with these credentials. One accepted product proves the key; otherwise the check fails with the
 * first failure. Then requests the key's permissions, which Bitget may withhold.
 */
export async function checkAccount(account: Account, credentials: Credentials): Promise<Result<CheckResult>> {
  const blocker = await findBlocker();
  if (blocker) return failed(blocker);
  const [readings, { period }] = await Promise.all([read(items.readings), read(items.settings)]);
  const startedAt = clock.now();
  const until = throttledUntil(readings.accounts[account.id]?.retry ?? READY, period, startedAt);
  if (until !== null) return failed({ kind: 'throttled', until, told: true });
  const skew = { offset: readings.clockOffset };
  const { ask, pause } = trackThrottling(
    createSender(account, credentials, { retries: 1, skew }, createRequestContext()),
  );
  const answers = await readAccount(account, getFamily(readings, account), ask);
  const results = [...answers.answers.values()].map(({ margin }) => margin);
  const [first] = results;
  if (first && !first.ok && !results.some((each) => each.ok)) {
    if (pause.until > 0) await applyThrottle(account.id, pause.until);
    return first;
  }
  const key = await readKeyInfo(answers, ask);
  return ok({ read: answers, key, clockOffset: skew.offset, startedAt, pausedUntil: pause.until });
}

/**
 * Saves the readings of a check. Figures of the same revision that this check could not read stay. Requires the
 * accounts lock.
 */
export async function saveCheckResult(account: Account, checked: CheckResult): Promise<AccountId> {
  const { period } = await read(items.settings);
  const { startedAt, clockOffset, pausedUntil } = checked;
  await commitReadings((known) => {
    const reading = updateReading(account, known, checked.read, { period, startedAt, clock });
    const throttled = { ...reading, retry: pauseAccount(reading.retry, pausedUntil) };
    return { clockOffset, accounts: { ...known.accounts, [account.id]: throttled } };
  });
  return account.id;
}

/** Sends requests and records the last throttle deadline. */
function trackThrottling(asking: SendRequest): { readonly ask: SendRequest; readonly pause: { until: number } } {
  const pause = { until: 0 };
  const ask: SendRequest = async (request) => {
    const answer = await asking(request);
    if (!answer.ok && answer.failure.kind === 'throttled') pause.until = answer.failure.until;
    return answer;
  };
  return { ask, pause };
}

/** A rejected check changes nothing except the throttle deadline, which also applies to rounds. */
async function applyThrottle(id: AccountId, until: number): Promise<void> {
  await update(items.readings, (known) => {
    const reading = known.accounts[id];
    if (!reading) return known;
    return {
      ...known,
      accounts: { ...known.accounts, [id]: { ...reading, retry: pauseAccount(reading.retry, until) } },
    };
  });
}

async function readKeyInfo({ family }: AccountResponse, ask: SendRequest): Promise<KeyInfo> {
  const answer = await ask(keyInfoRequest(family));
  if (!answer.ok) return NO_KEY_INFO;
  return family === 'unified' ? parseUnifiedKeyInfo(answer.value) : parseClassicKeyInfo(answer.value);
}
