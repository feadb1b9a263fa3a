import { failed, ok, type Result } from '../core/result.ts';
import { type LockState, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './lock.ts';
import { findWeakness } from './password.ts';
import type { RekeyDraft, RekeyProblem, RekeyRequest } from './rekey.ts';

/** Returns the first error of a request that is visible without opening the vault, or null. */
export function validateRekey({ mode, password }: RekeyRequest, lock: LockState): RekeyProblem | null {
  if (mode !== 'password') return mode === lock.mode ? 'same' : null;
  if (password.length < MIN_PASSWORD_LENGTH) return 'short';
  return password.length > MAX_PASSWORD_LENGTH ? 'long' : findWeakness(password);
}

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
