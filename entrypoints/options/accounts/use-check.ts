import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { sendCommand } from '../../../lib/browser/api/send-command.ts';
import type { AccountId } from '../../../lib/domain/account/account.ts';
import type { CheckOutcome } from '../../../lib/domain/account/account-draft.ts';
import type { KeyWarning } from '../../../lib/domain/account/key-warning.ts';
import type { Command } from '../../../lib/domain/command.ts';
import { REFRESH_TIMEOUT } from '../../../lib/domain/polling/refresh-state.ts';
import type { CheckError } from '../../../lib/domain/troubleshooting/check-failure-text.ts';
import { when } from '../state/when.ts';

/** The progress of a key check. In `unanswered` the background has not responded in time; it may still respond. */
export type CheckState =
  | { readonly state: 'none' | 'checking' | 'unanswered' }
  | { readonly state: 'good'; readonly account: AccountId }
  | { readonly state: 'bad'; readonly failure: CheckError }
  | { readonly state: 'warning'; readonly warning: KeyWarning };

export type AccountChecker = {
  readonly check: Signal<CheckState>;
  /** Sends a command and follows it until its outcome arrives. Calls `succeeded` on success. */
  run(buildCommand: (request: string) => Command, onSuccess?: () => void): Promise<void>;
  /** Drops the running check and the last result. */
  drop(): void;
};

/** Runs one check at a time. The result of an older check is ignored. */
export function useCheck(outcomes: ReadonlySignal<Readonly<Record<string, CheckOutcome>>>): AccountChecker {
  const check = useSignal<CheckState>({ state: 'none' });
  const latest = useSignal('');
  const run: AccountChecker['run'] = async (buildCommand, onSuccess) => {
    const request = crypto.randomUUID();
    latest.value = request;
    check.value = { state: 'checking' };
    void sendCommand(buildCommand(request));
    const findOutcome = () => outcomes.value[request];
    const timelyOutcome = await when(findOutcome, REFRESH_TIMEOUT);
    if (latest.peek() !== request) return;
    if (!timelyOutcome) check.value = { state: 'unanswered' };
    const outcome = timelyOutcome ?? (await when(findOutcome));
    if (!outcome || latest.peek() !== request) return;
    check.value = buildCheckState(outcome);
    if (outcome.ok) onSuccess?.();
  };
  const drop = () => {
    latest.value = '';
    check.value = { state: 'none' };
  };
  return { check, run, drop };
}

function buildCheckState(outcome: CheckOutcome): CheckState {
  if (outcome.ok) return { state: 'good', account: outcome.account };
  const { failure } = outcome;
  return failure.kind === 'concern' ? { state: 'warning', warning: failure } : { state: 'bad', failure };
}
