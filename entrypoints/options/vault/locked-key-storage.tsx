import { lockedSince } from '../../../lib/domain/vault/lock.ts';
import type { State } from '../state/state.ts';
import { KeyStorage } from './key-storage.tsx';

/** The storage modes while the vault is locked: a way out for a forgotten password. */
export function LockedKeyStorage({ state }: { state: State }) {
  return lockedSince(state.lock.value) === null ? null : <KeyStorage state={state} />;
}
