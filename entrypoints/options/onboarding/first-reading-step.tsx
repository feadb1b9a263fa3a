import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { FirstReading } from '../../../components/onboarding/first-reading.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { Section } from '../../../components/ui/section.tsx';
import type { State } from '../state/state.ts';
import { ToolbarPlace } from './toolbar-place.tsx';
import { TryAlert } from './try-alert.tsx';

type Props = {
  readonly state: State;
  /** There is no account yet. */
  readonly fresh: boolean;
  /** False while another pane is shown; the dismissal outlasts that. */
  readonly isShown?: boolean;
};

/** The last onboarding step: a placeholder without an account, then the first reading until the user dismisses it. */
export function FirstReadingStep({ state, fresh, isShown = true }: Props) {
  const i18n = useI18n();
  const done = useSignal(false);
  // The first reading appears above the focused form, and its focused button disappears on dismissal.
  useLayoutEffect(() => {
    if (!fresh) document.querySelector('h2')?.focus();
  }, [fresh, done.value]);
  if (done.value || !isShown) return null;
  return (
    <Section step={3} title={i18n.t('first')}>
      {fresh ? (
        <p class="panel awaited">{i18n.t('first_awaited')}</p>
      ) : (
        <FirstReading
          portfolio={state.portfolio.value}
          now={state.now.value}
          onDone={() => {
            done.value = true;
          }}
        >
          <ToolbarPlace />
          <TryAlert />
        </FirstReading>
      )}
    </Section>
  );
}
