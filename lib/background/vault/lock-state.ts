import { latestLockState, lockState, unsavedLockState } from '../../browser/storage/lock-items.ts';
import { type Loaded, readOrDefault, StoreError, update, valueOrThrow, write } from '../../browser/storage/store.ts';
import { loadAll } from '../../browser/storage/store-many.ts';
import { withItemLock } from '../../browser/sync/locks.ts';
import type { LockState } from '../../domain/vault/lock.ts';

/** Returns the published lock state; if it is corrupt, that of a vault without a password. */
export async function readLockState(): Promise<LockState> {
  const { stored, unsaved } = await loadAll({ stored: lockState, unsaved: unsavedLockState });
  return lockFrom(latestLockState(stored, unsaved));
}

export function lockFrom(loaded: Loaded<LockState>): LockState {
  return loaded.state === 'corrupt' ? lockState.fallback : valueOrThrow(lockState, loaded);
}

/**
 * Changes the published lock state. Memory keeps what the disk does not take, so that a vault can be unlocked while the
 * disk is full. If the worker is killed between the two writes, the next sync with the vault corrects the older state.
 */
export async function updateLockState(change: (published: LockState) => LockState): Promise<LockState> {
  return await withItemLock(unsavedLockState.key, async () => {
    const unsaved = await readOrDefault(unsavedLockState);
    try {
      const saved = await update(lockState, (stored) => change(unsaved ?? stored));
      if (unsaved !== null) await write(unsavedLockState, null);
      return saved;
    } catch (error) {
      if (!(error instanceof StoreError) || error.state !== 'unavailable') throw error;
      const next = change(await readLockState());
      await write(unsavedLockState, next);
      return next;
    }
  });
}
