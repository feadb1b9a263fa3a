import { isAbsent, isEither, isNull, isNumber, isOneOf, isShape } from '../../domain/core/guards.ts';
import { type LockState, NEVER_LOCKED, VAULT_MODES } from '../../domain/vault/lock.ts';
import { defineLocalItem, defineSessionItem } from './define-item.ts';
import type { Loaded } from './store.ts';

const isTime = isEither(isNumber, isNull);
const isLock = isShape<LockState>({
  mode: isOneOf(VAULT_MODES),
  lockedAt: isTime,
  locksAt: isTime,
  lockAfter: isNumber,
  wrong: isNumber,
  notBefore: isNumber,
  last: isOneOf(['none', 'trying', 'wrong', 'lost', 'downgrade', 'closed']),
  triedAt: isNumber,
  seenAt: isEither(isNumber, isAbsent),
});

/** How the credentials are protected, and whether the vault is locked. Written by the background. */
export const lockState = defineLocalItem<LockState>('lock', isLock, NEVER_LOCKED);

/** The lock state while writes to the disk fail; null otherwise. Written by the background. */
export const unsavedLockState = defineSessionItem<LockState | null>('unsavedLock', isEither(isLock, isNull), null);

/** Returns the lock state that the disk did not take, or else the stored one. */
export function latestLockState(stored: Loaded<LockState>, unsaved: Loaded<LockState | null>): Loaded<LockState> {
  if (!('value' in stored) || !('value' in unsaved) || unsaved.value === null) return stored;
  return { state: 'ok', value: unsaved.value };
}
