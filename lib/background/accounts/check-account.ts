import type { AccountResponse } from '../../bitget/account/account-response.ts';
import { readAccountWithKey } from '../../bitget/account/read-account.ts';
import { clock } from '../../browser/api/clock.ts';
import * as items from '../../browser/storage/items.ts';
import { readPortfolio } from '../../browser/storage/read-portfolio.ts';
import { read } from '../../browser/storage/store.ts';
import type { Account, AccountId, Credentials } from '../../domain/account/account.ts';
import type { KeyInfo } from '../../domain/account/key-info.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import { getFamily } from '../../domain/polling/reading.ts';
import { followSetBackClock } from '../../domain/polling/set-back-clock.ts';
import { applyThrottles } from '../polling/apply-throttles.ts';
import { activeThrottles } from '../polling/backoff.ts';
import { commitReadings } from '../polling/commit-readings.ts';
import { createRequestContext, findBlocker } from '../polling/request-context.ts';
import { updateReading } from '../polling/update-reading.ts';

/** The readings and key info of a check that Bitget accepted. */
export type CheckResult = {
  readonly read: AccountResponse;
  readonly key: KeyInfo;
  readonly clockOffset: number;
  readonly startedAt: number;
};

/**
 * Reads an account with these credentials. One accepted product proves the key; otherwise the check fails with the
 * first failure. Then requests the key's permissions, which Bitget may withhold.
 */
export async function checkAccount(account: Account, credentials: Credentials): Promise<Result<CheckResult>> {
  const blocker = await findBlocker();
  if (blocker) return failed(blocker);
  const stored = await readPortfolio();
  const startedAt = clock.now();
  const readings = followSetBackClock(stored.readings, startedAt);
  const skew = { offset: readings.clockOffset };
  const throttles = activeThrottles(readings.accounts[account.id]?.retry.throttles, 'manual', startedAt);
  const context = { ...createRequestContext(), family: getFamily(readings, account), skew, throttles };
  const checked = await readAccountWithKey(account, credentials, context);
  if (!checked.key.ok) {
    // A failed check changes nothing else.
    await applyThrottles(account.id, checked.read.throttles);
    return checked.key;
  }
  return ok({
    read: checked.read,
    key: checked.key.value,
    clockOffset: skew.offset,
    startedAt,
  });
}

/**
 * Saves the readings of a check. Figures of the same revision that this check could not read stay. Requires the
 * accounts lock.
 */
export async function saveCheckResult(account: Account, checked: CheckResult): Promise<AccountId> {
  const { period } = await read(items.settings);
  const { startedAt, clockOffset } = checked;
  await commitReadings((known) => {
    const reading = updateReading(account, followSetBackClock(known, clock.now()), checked.read, {
      period,
      startedAt,
      clock,
    });
    return { clockOffset, accounts: { ...known.accounts, [account.id]: reading } };
  });
  return account.id;
}
