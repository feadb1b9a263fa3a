import { useId } from 'preact/hooks';
import { MINUTE } from '../../lib/domain/core/time.ts';
import { formatSpan } from '../../lib/domain/i18n/format.ts';
import { AUTO_LOCK_DELAYS, type LockState, lockedSince } from '../../lib/domain/vault/lock.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = { readonly lock: LockState; onLock(): void; onLockAfter(minutes: number): void; onChange(): void };

/** The auto-lock delay and the buttons of a vault with a password. */
export function LockSettings({ lock, onLock, onLockAfter, onChange }: Props) {
  const i18n = useI18n();
  const id = useId();
  return (
    <div class="locks">
      <div class="field">
        <label for={id}>{i18n.t('lock_after')}</label>
        <select
          id={id}
          value={String(lock.lockAfter)}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onLockAfter(Number(event.currentTarget.value))}
        >
          {AUTO_LOCK_DELAYS.map((minutes) => (
            <option key={minutes} value={String(minutes)}>
              {minutes === 0
                ? i18n.t('lock_after_never')
                : i18n.t('lock_after_time', formatSpan(minutes * MINUTE, i18n))}
            </option>
          ))}
        </select>
        <p class="hint" id={`${id}-hint`}>
          {i18n.t('lock_after_hint')}
        </p>
      </div>
      <div class="row">
        {lockedSince(lock) === null && (
          <button type="button" class="plain" onClick={onLock}>
            {i18n.t('lock_now')}
          </button>
        )}
        <button type="button" class="plain" onClick={onChange}>
          {i18n.t('keep_change_password')}
        </button>
      </div>
    </div>
  );
}
