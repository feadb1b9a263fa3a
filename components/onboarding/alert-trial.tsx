import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';

/** `blocked`: the browser refused it. `missed`: it was sent, and the user did not see it. */
export type TrialState = 'none' | 'sent' | 'seen' | 'missed' | 'blocked';

type Props = {
  readonly state: TrialState;
  /** Advice for when no alert appears. */
  readonly help: readonly MessageKey[];
  onSend(): void;
  onAnswer(isSeen: boolean): void;
};

/** Sends a test alert and asks whether it was seen, because no browser knows what the operating system shows. */
export function AlertTrial({ state, help, onSend, onAnswer }: Props) {
  const i18n = useI18n();
  const outcome = useRef<HTMLDivElement>(null);
  // The pressed button disappears with each step.
  useLayoutEffect(() => {
    if (state !== 'none') outcome.current?.focus();
  }, [state]);
  return (
    <fieldset class="trial">
      <legend>{i18n.t('trial')}</legend>
      {state === 'none' && <p class="hint">{i18n.t('trial_text')}</p>}
      <div ref={outcome} class="trial-outcome" tabIndex={-1} role="status">
        {state === 'sent' && <p>{i18n.t('trial_asked')}</p>}
        {state === 'seen' && (
          <p class="good">
            <Icon name="tick" /> {i18n.t('trial_good')}
          </p>
        )}
        {state === 'blocked' && <p class="error">{i18n.t('alert_test_bad')}</p>}
        {(state === 'missed' || state === 'blocked') && (
          <>
            <p>{i18n.t('trial_help')}</p>
            <ul>
              {help.map((key) => (
                <li key={key}>{i18n.t(key)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {state === 'sent' && (
        <div class="row">
          <button type="button" class="plain strong" onClick={() => onAnswer(true)}>
            {i18n.t('trial_yes')}
          </button>
          <button type="button" class="plain" onClick={() => onAnswer(false)}>
            {i18n.t('trial_no')}
          </button>
        </div>
      )}
      {state !== 'sent' && state !== 'seen' && (
        <button type="button" class="plain" onClick={onSend}>
          {i18n.t('alert_test')}
        </button>
      )}
    </fieldset>
  );
}
