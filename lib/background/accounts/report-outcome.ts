import { clock } from '../../browser/api/clock.ts';
import { outcomes } from '../../browser/storage/outcome-items.ts';
import { StoreError, update } from '../../browser/storage/store.ts';
import type { AccountId } from '../../domain/account/account.ts';
import type { FieldError } from '../../domain/account/account-draft.ts';
import type { KeyWarning } from '../../domain/account/key-warning.ts';
import type { Failure } from '../../domain/core/failure.ts';
import { pickBy } from '../../domain/core/objects.ts';
import { failed, type Result } from '../../domain/core/result.ts';
import { MINUTE } from '../../domain/core/time.ts';

type Checked = Result<AccountId, Failure | FieldError | KeyWarning>;

const MAX_OUTCOMES = 5 * MINUTE;

/** Publishes the result of a check to the page that requested it. Deletes results older than five minutes. */
export async function reportOutcome(request: string, checking: Promise<Checked>): Promise<void> {
  const result = await checking.catch(toStorageFailure);
  const at = clock.now();
  const outcome = result.ok
    ? ({ at, ok: true, account: result.value } as const)
    : ({ at, ok: false, failure: result.failure } as const);
  await update(outcomes, (all) => ({
    ...pickBy(all, (_, each) => Math.abs(at - each.at) < MAX_OUTCOMES),
    [request]: outcome,
  }));
}

/** Unusable storage is an expected failure; any other error is a mistake in the code. */
function toStorageFailure(error: unknown): Checked {
  if (error instanceof StoreError) return failed({ kind: 'storage' });
  throw error;
}
