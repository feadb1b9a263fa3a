import { UnlockForm } from '../../../components/vault/unlock-form.tsx';
import { sendCommand } from '../../../lib/browser/api/send-command.ts';
import { lockedSince } from '../../../lib/domain/vault/lock.ts';
import type { State } from '../state/state.ts';

/** The form that unlocks the vault; nothing when the vault is open. */
export function Unlock({ state }: { state: State }) {
  const lock = state.lock.value;
  if (lockedSince(lock) === null) return null;
  return (
    <UnlockForm
      lock={lock}
      now={state.now.value}
      onUnlock={(password) => void sendCommand({ type: 'unlock', password })}
    />
  );
}
