import type { AccountId } from '../account/account.ts';
import type { VaultMode } from './lock.ts';

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
