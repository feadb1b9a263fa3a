import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatClock, formatCount, formatWait } from '../../lib/domain/i18n/format.ts';
import type { I18n } from '../../lib/domain/i18n/i18n.ts';
import { describeFailure } from '../../lib/domain/troubleshooting/failure-text.ts';
import type { LockState } from '../../lib/domain/vault/lock.ts';
import { attemptState, retryDelayLeft } from '../../lib/domain/vault/password-attempt.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly lock: LockState;
  readonly now: number;
  onUnlock(password: string): void;
  /** Opens the settings, where a forgotten password is handled. Absent in the settings. */
  onSettings?(): void;
};

/** Asks for the password of a locked vault. The password is passed on once and never kept. */
export function UnlockForm({ lock, now, onUnlock, onSettings }: Props) {
  const i18n = useI18n();
  const [sentAt, setSentAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const inPopup = onSettings !== undefined;
  // In the popup of a locked vault the user types the password first.
  useLayoutEffect(() => {
    if (inPopup) input.current?.focus();
  }, [inPopup]);
  const submit = (event: Event): void => {
    event.preventDefault();
    const sendAt = Date.now();
    if (!input.current?.value || attemptState(lock, sentAt, sendAt) === 'trying' || retryDelayLeft(lock, sendAt) > 0)
      return;
    onUnlock(input.current.value);
    input.current.value = '';
    setSentAt(sendAt);
  };
  const busy = attemptState(lock, sentAt, now) === 'trying';
  const delayLeft = busy ? 0 : retryDelayLeft(lock, now);
  const problem = busy ? '' : describeProblem(lock, sentAt, now, i18n);
  return (
    <form class="notice danger unlock" aria-label={i18n.t('unlock')} onSubmit={submit}>
      <p>
        <strong>{i18n.t('locked')}</strong>{' '}
        {lock.lockedAt !== null && i18n.t('unlock_since', formatClock(lock.lockedAt, i18n))}
      </p>
      <div class="row">
        <label for="unlock">{i18n.t('unlock_password')}</label>
        <input
          ref={input}
          id="unlock"
          type="password"
          autocomplete="off"
          aria-invalid={problem ? true : undefined}
          aria-describedby="unlock-problem"
        />
        <button type="submit" class="primary" aria-disabled={busy || undefined}>
          {i18n.t(busy ? 'unlocking' : 'unlock')}
        </button>
      </div>
      <p id="unlock-problem" class="error" role="alert">
        {problem}
      </p>
      {delayLeft > 0 && (
        // The countdown is silent: a screen reader announces only the wrong password.
        <p class="hint" aria-live="off">
          {i18n.t('unlock_wait', formatCount(lock.wrong, i18n), formatWait(delayLeft, i18n))}
        </p>
      )}
      {onSettings && (
        <p class="hint">
          {i18n.t('unlock_forgotten')}{' '}
          <button type="button" class="link" onClick={onSettings}>
            {i18n.t('open_settings')}
          </button>
        </p>
      )}
    </form>
  );
}

function describeProblem(lock: LockState, sentAt: number, now: number, i18n: I18n): string {
  if (attemptState(lock, sentAt, now) === 'unanswered') return i18n.t('unlock_silent');
  switch (lock.last) {
    case 'wrong':
      return i18n.t('unlock_wrong');
    case 'lost':
    case 'downgrade':
    case 'closed': {
      const { title, advice } = describeFailure({ kind: 'vault', problem: lock.last }, i18n);
      return `${title} ${advice}`;
    }
    case 'trying':
    case 'none':
      return '';
  }
}
