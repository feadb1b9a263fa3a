import type { AccountId } from '../account/account.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { type LockState, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH, type VaultMode } from './lock.ts';
import { findWeakness } from './password.ts';

/**
 * The protection that the user wants. `current` is the current password; if empty, all that it opens is deleted.
 * `secrets` are secret keys that the user typed again, because code cannot read those of the device mode. An account
 * without one is dropped.
 */
export type RekeyRequest = {
  readonly mode: VaultMode;
  readonly current: string;
  readonly password: string;
  readonly secrets: Readonly<Record<AccountId, string>>;
};

/** Why the protection did not change. `secret`: a typed secret does not match the stored one. */
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

/** The result of a change; `account` is the one that the problem is about. */
export type RekeyResult = {
  readonly request: string;
  readonly problem: RekeyProblem | null;
  readonly account: AccountId | null;
};

/** Returns the first error of a request that is visible without opening the vault, or null. */
export function validateRekey({ mode, password }: RekeyRequest, lock: LockState): RekeyProblem | null {
  if (mode !== 'password') return mode === lock.mode ? 'same' : null;
  if (password.length < MIN_PASSWORD_LENGTH) return 'short';
  return password.length > MAX_PASSWORD_LENGTH ? 'long' : findWeakness(password);
}

/** The protection form as the user typed it. */
export type RekeyDraft = {
  readonly mode: VaultMode;
  readonly current: string;
  /** The user gives up everything that the current password opens. */
  readonly forgot: boolean;
  readonly password: string;
  readonly again: string;
  readonly secrets: Readonly<Record<AccountId, string>>;
};

/** Converts the form to a command, or returns an error that the page can find on its own. */
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
