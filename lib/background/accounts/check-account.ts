import type { AccountResponse } from '../../bitget/account/account-response.ts';
import { readAccountWithKey } from '../../bitget/account/read-account.ts';
import { clock } from '../../browser/api/clock.ts';
import * as items from '../../browser/storage/items.ts';
import { read, update } from '../../browser/storage/store.ts';
import type { Account, AccountId, Credentials } from '../../domain/account/account.ts';
import type { KeyInfo } from '../../domain/account/key-info.ts';
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
  const context = { ...createRequestContext(), family: getFamily(readings, account), skew };
  const checked = await readAccountWithKey(account, credentials, context);
  if (!checked.key.ok) {
    if (checked.throttledUntil > 0) await applyThrottle(account.id, checked.throttledUntil);
    return checked.key;
  }
  return ok({
    read: checked.read,
    key: checked.key.value,
    clockOffset: skew.offset,
    startedAt,
    pausedUntil: checked.throttledUntil,
  });
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
