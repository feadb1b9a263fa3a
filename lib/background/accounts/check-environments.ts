import type { Account, Credentials } from '../../domain/account/account.ts';
import type { Failure } from '../../domain/core/failure.ts';
import { ok, type Result } from '../../domain/core/result.ts';
import { type CheckResult, checkAccount } from './check-account.ts';

/** The account as Bitget knows it, with the result of its check. */
type Found = { readonly account: Account; readonly checked: CheckResult };

/**
 * Checks a key in the chosen environment, and in the other one if Bitget says that the key belongs there, so that nobody
 * needs to know whether a key is a demo key. The family is found in the same way by `readAccountWithKey`.
 */
export async function checkEnvironments(account: Account, credentials: Credentials): Promise<Result<Found>> {
  const first = await checkAccount(account, credentials);
  if (first.ok) return ok({ account, checked: first.value });
  if (!isWrongEnvironment(first.failure)) return first;
  const other = { ...account, demo: !account.demo };
  const second = await checkAccount(other, credentials);
  if (second.ok) return ok({ account: other, checked: second.value });
  // If the key fits neither, the answer about the chosen environment is the one that the form can show.
  return isWrongEnvironment(second.failure) ? first : second;
}

function isWrongEnvironment(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.cause === 'demo';
}
