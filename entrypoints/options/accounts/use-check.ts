import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { sendCommand } from '../../../lib/browser/api/send-command.ts';
import type { AccountId } from '../../../lib/domain/account/account.ts';
import type { CheckOutcome } from '../../../lib/domain/account/account-draft.ts';
import type { KeyWarning } from '../../../lib/domain/account/key-warning.ts';
import type { Command } from '../../../lib/domain/command.ts';
import { REFRESH_TIMEOUT } from '../../../lib/domain/polling/refresh-state.ts';
import type { CheckError } from '../../../lib/domain/view/check-failure-text.ts';
import { when } from '../state/when.ts';

/** The progress of a key check. In `silent` the background has not responded in time; it may still respond. */
export type CheckState =
  | { readonly state: 'none' | 'checking' | 'silent' }
  | { readonly state: 'good'; readonly account: AccountId }
  | { readonly state: 'bad'; readonly failure: CheckError }
  | { readonly state: 'doubtful'; readonly warning: KeyWarning };

export type AccountChecker = {
  readonly check: Signal<CheckState>;
  /** Sends a command and follows it until its outcome arrives. Calls `succeeded` on success. */
  run(make: (request: string) => Command, succeeded?: () => void): Promise<void>;
  /** Drops the running check and the last result. */
  drop(): void;
};

/** Runs one check at a time. The result of an older check is ignored. */
export function useCheck(outcomes: ReadonlySignal<Readonly<Record<string, CheckOutcome>>>): AccountChecker {
  const check = useSignal<CheckState>({ state: 'none' });
  const latest = useSignal('');
  const run: AccountChecker['run'] = async (make, succeeded) => {
    const request = crypto.randomUUID();
    latest.value = request;
    check.value = { state: 'checking' };
    void sendCommand(make(request));
    const find = () => outcomes.value[request];
    const soon = await when(find, REFRESH_TIMEOUT);
    if (latest.peek() !== request) return;
    if (!soon) check.value = { state: 'silent' };
    const outcome = soon ?? (await when(find));
    if (!outcome || latest.peek() !== request) return;
    check.value = findOutcome(outcome);
    if (outcome.ok) succeeded?.();
  };
  const drop = () => {
    latest.value = '';
    check.value = { state: 'none' };
  };
  return { check, run, drop };
}

function findOutcome(outcome: CheckOutcome): CheckState {
  if (outcome.ok) return { state: 'good', account: outcome.account };
  const { failure } = outcome;
  return failure.kind === 'concern' ? { state: 'doubtful', warning: failure } : { state: 'bad', failure };
}
