import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { clock, count, wait } from '../../lib/domain/i18n/format.ts';
import type { Words } from '../../lib/domain/i18n/i18n.ts';
import { type Lock, tryOf, waitLeft } from '../../lib/domain/vault/lock.ts';
import { explain } from '../../lib/domain/view/failure-text.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly lock: Lock;
  readonly now: number;
  onUnlock(password: string): void;
  /** Where a forgotten password can be dealt with, if that is not here. */
  onSettings?(): void;
};

/** Asks for the password of a locked vault. What the user types is handed on once, and kept nowhere. */
export function UnlockForm({ lock, now, onUnlock, onSettings }: Props) {
  const words = useI18n();
  const [sentAt, setSentAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const inPopup = onSettings !== undefined;
  // Whoever opens the popup of a locked vault wants to type.
  useLayoutEffect(() => {
    if (inPopup) input.current?.focus();
  }, [inPopup]);
  const submit = (event: Event): void => {
    event.preventDefault();
    const sendAt = Date.now();
    if (!input.current?.value || tryOf(lock, sentAt, sendAt) === 'trying' || waitLeft(lock, sendAt) > 0) return;
    onUnlock(input.current.value);
    input.current.value = '';
    setSentAt(sendAt);
  };
  const busy = tryOf(lock, sentAt, now) === 'trying';
  const left = busy ? 0 : waitLeft(lock, now);
  const problem = busy ? '' : problemOf(lock, sentAt, now, words);
  return (
    <form class="notice danger unlock" aria-label={words.text('unlock')} onSubmit={submit}>
      <p>
        <strong>{words.text('locked')}</strong>{' '}
        {lock.lockedAt !== null && words.text('unlock_since', clock(lock.lockedAt, words))}
      </p>
      <div class="row">
        <label for="unlock">{words.text('unlock_password')}</label>
        <input
          ref={input}
          id="unlock"
          type="password"
          autocomplete="off"
          aria-invalid={problem ? true : undefined}
          aria-describedby="unlock-problem"
        />
        <button type="submit" class="primary" aria-disabled={busy || undefined}>
          {words.text(busy ? 'unlocking' : 'unlock')}
        </button>
      </div>
      <p id="unlock-problem" class="error" role="alert">
        {problem}
      </p>
      {left > 0 && (
        // It counts down; announced is only that the password was wrong.
        <p class="hint" aria-live="off">
          {words.text('unlock_wait', count(lock.wrong, words), wait(left, words))}
        </p>
      )}
      {onSettings && (
        <p class="hint">
          {words.text('unlock_forgotten')}{' '}
          <button type="button" class="link" onClick={onSettings}>
            {words.text('open_settings')}
          </button>
        </p>
      )}
    </form>
  );
}

function problemOf(lock: Lock, sentAt: number, now: number, words: Words): string {
  if (tryOf(lock, sentAt, now) === 'unanswered') return words.text('unlock_silent');
  switch (lock.last) {
    case 'wrong':
      return words.text('unlock_wrong');
    case 'lost':
    case 'downgrade':
    case 'closed': {
      const { title, advice } = explain({ kind: 'vault', problem: lock.last }, words);
      return `${title} ${advice}`;
    }
    case 'trying':
    case 'none':
      return '';
  }
}
