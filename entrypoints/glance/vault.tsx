import type { ComponentChildren } from 'preact';
import { LockTool } from '../../components/lock-tool.tsx';
import { UnlockForm } from '../../components/unlock-form.tsx';
import { lock as item } from '../../lib/browser/lock.ts';
import { send } from '../../lib/browser/messages.ts';
import { type Lock, lockedSince } from '../../lib/domain/lock.ts';
import { openSettings } from './deeds.ts';
import { follow } from './follow.ts';
import '../../components/unlock.css';

/** What a vault with a password adds to the view: the form that opens it, or the button that locks it. */
export type VaultParts = { readonly form?: ComponentChildren; readonly tool?: ComponentChildren };

/** Calls back with what there is to draw at a moment. Loaded after the first paint: few vaults have a password. */
export async function followVault(changed: (partsAt: (now: number) => VaultParts | null) => void): Promise<void> {
  await follow(item, (loaded) => {
    if ('value' in loaded) changed((now) => partsOf(loaded.value, now));
  });
}

function partsOf(lock: Lock, now: number): VaultParts | null {
  if (lock.mode !== 'password') return null;
  if (lockedSince(lock) === null) return { tool: <LockTool onLock={() => void send({ type: 'lock' })} /> };
  const unlock = (password: string) => void send({ type: 'unlock', password });
  return { form: <UnlockForm lock={lock} now={now} onUnlock={unlock} onSettings={() => void openSettings()} /> };
}
