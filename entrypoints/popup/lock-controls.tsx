import { LockButton } from '../../components/vault/lock-button.tsx';
import { UnlockForm } from '../../components/vault/unlock-form.tsx';
import { sendCommand } from '../../lib/browser/api/send-command.ts';
import type { LockState } from '../../lib/domain/vault/lock.ts';
import { openSettings } from './actions.ts';
import { isLocked } from './view-model.ts';
import '../../components/vault/unlock-form.css';

/** The button that locks a vault with a password; nothing for any other vault. */
export function LockControl({ lock }: { lock: LockState }) {
  if (lock.mode !== 'password' || isLocked(lock)) return null;
  return <LockButton onLock={() => void sendCommand({ type: 'lock' })} />;
}

/** The form that unlocks the vault; nothing when the vault is open. */
export function UnlockPanel({ lock, now }: { lock: LockState; now: number }) {
  if (!isLocked(lock)) return null;
  const unlock = (password: string) => void sendCommand({ type: 'unlock', password });
  return (
    <UnlockForm
      lock={lock}
      now={now}
      onUnlock={unlock}
      onSettings={() => void openSettings({ pane: 'security', account: null })}
    />
  );
}
