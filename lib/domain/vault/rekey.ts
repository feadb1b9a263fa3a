import type { AccountId } from '../account/account.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { type LockState, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH, type VaultMode } from './lock.ts';
import { weaknessOf } from './password.ts';

/**
 * How keys are to be kept from now on. `current` is the password so far; left empty, what it opens is dropped. What the
 * device keeps it can use and not read: `secrets` are the secret keys typed once more, an account without one is dropped.
 */
export type RekeyRequest = {
  readonly mode: VaultMode;
  readonly current: string;
  readonly password: string;
  readonly secrets: Readonly<Record<AccountId, string>>;
};

/** Why nothing was changed. `secret` is of an account whose typed secret is not the one that is kept. */
export const REKEY_PROBLEMS = [
  'short',
  'long',
  'common',
  'repeated',
  'sequence',
  'same',
  'wait',
  'wrong',
  'lost',
  'downgrade',
  'secret',
  'failed',
] as const;
export type RekeyProblem = (typeof REKEY_PROBLEMS)[number];

/** How a change ended; `account` is the one that a problem is about. */
export type RekeyResult = {
  readonly request: string;
  readonly problem: RekeyProblem | null;
  readonly account: AccountId | null;
};

/** The first thing wrong with a change that can be told without opening anything; null when there is none. */
export function validateRekey({ mode, password }: RekeyRequest, lock: LockState): RekeyProblem | null {
  if (mode !== 'password') return mode === lock.mode ? 'same' : null;
  if (password.length < MIN_PASSWORD_LENGTH) return 'short';
  return password.length > MAX_PASSWORD_LENGTH ? 'long' : weaknessOf(password);
}

/** What was typed to change how keys are kept. */
export type RekeyDraft = {
  readonly mode: VaultMode;
  readonly current: string;
  /** What the current password opens is given up. */
  readonly forgot: boolean;
  readonly password: string;
  readonly again: string;
  readonly secrets: Readonly<Record<AccountId, string>>;
};

/** The same as a command, or what the page itself can tell is wrong with it. */
export function parseRekeyDraft(
  draft: RekeyDraft,
  lock: LockState,
): Result<RekeyRequest, RekeyProblem | 'empty' | 'differ'> {
  const { mode, current, forgot, password, again, secrets } = draft;
  if (lock.mode === 'password' && current === '' && !forgot) return failed('empty');
  const wanted = { mode, current: forgot ? '' : current, password: mode === 'password' ? password : '', secrets };
  const problem = validateRekey(wanted, lock);
  if (problem) return failed(problem);
  return mode === 'password' && password !== again ? failed('differ') : ok(wanted);
}
