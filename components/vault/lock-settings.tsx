import { useId } from 'preact/hooks';
import { MINUTE } from '../../lib/domain/core/time.ts';
import { span } from '../../lib/domain/i18n/format.ts';
import { LOCK_AFTER, type Lock, lockedSince } from '../../lib/domain/vault/lock.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = { readonly lock: Lock; onLock(): void; onLockAfter(minutes: number): void; onChange(): void };

/** What can be done with a vault that has a password. */
export function LockTools({ lock, onLock, onLockAfter, onChange }: Props) {
  const words = useI18n();
  const id = useId();
  return (
    <div class="locks">
      <div class="field">
        <label for={id}>{words.text('lock_after')}</label>
        <select
          id={id}
          value={String(lock.lockAfter)}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onLockAfter(Number(event.currentTarget.value))}
        >
          {LOCK_AFTER.map((minutes) => (
            <option key={minutes} value={String(minutes)}>
              {minutes === 0
                ? words.text('lock_after_never')
                : words.text('lock_after_time', span(minutes * MINUTE, words))}
            </option>
          ))}
        </select>
        <p class="hint" id={`${id}-hint`}>
          {words.text('lock_after_hint')}
        </p>
      </div>
      <div class="row">
        {lockedSince(lock) === null && (
          <button type="button" class="plain" onClick={onLock}>
            {words.text('lock_now')}
          </button>
        )}
        <button type="button" class="plain" onClick={onChange}>
          {words.text('keep_change_password')}
        </button>
      </div>
    </div>
  );
}
