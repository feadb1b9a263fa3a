import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { send } from '../../../lib/browser/api/send-command.ts';
import type { AccountId } from '../../../lib/domain/account/account.ts';
import type { Outcome } from '../../../lib/domain/account/account-draft.ts';
import type { Concern } from '../../../lib/domain/account/key-warning.ts';
import type { Command } from '../../../lib/domain/command.ts';
import { PATIENCE } from '../../../lib/domain/polling/refresh-state.ts';
import type { Fault } from '../../../lib/domain/view/check-failure-text.ts';
import { when } from '../state/when.ts';

/** How a check of a key stands. `silent`: the background has not answered in time; it may still do so. */
export type Check =
  | { readonly state: 'none' | 'checking' | 'silent' }
  | { readonly state: 'good'; readonly account: AccountId }
  | { readonly state: 'bad'; readonly failure: Fault }
  | { readonly state: 'doubtful'; readonly concern: Concern };

export type Checker = {
  readonly check: Signal<Check>;
  /** Sends a command and follows it until its outcome is there; `succeeded` is called when it is a good one. */
  run(make: (request: string) => Command, succeeded?: () => void): Promise<void>;
  /** Forgets the check under way and what came of the last one. */
  drop(): void;
};

/** One check at a time; an older one that comes in late is dropped. */
export function useCheck(outcomes: ReadonlySignal<Readonly<Record<string, Outcome>>>): Checker {
  const check = useSignal<Check>({ state: 'none' });
  const latest = useSignal('');
  const run: Checker['run'] = async (make, succeeded) => {
    const request = crypto.randomUUID();
    latest.value = request;
    check.value = { state: 'checking' };
    void send(make(request));
    const find = () => outcomes.value[request];
    const soon = await when(find, PATIENCE);
    if (latest.peek() !== request) return;
    if (!soon) check.value = { state: 'silent' };
    const outcome = soon ?? (await when(find));
    if (!outcome || latest.peek() !== request) return;
    check.value = ended(outcome);
    if (outcome.ok) succeeded?.();
  };
  const drop = () => {
    latest.value = '';
    check.value = { state: 'none' };
  };
  return { check, run, drop };
}

function ended(outcome: Outcome): Check {
  if (outcome.ok) return { state: 'good', account: outcome.account };
  const { failure } = outcome;
  return failure.kind === 'concern' ? { state: 'doubtful', concern: failure } : { state: 'bad', failure };
}
