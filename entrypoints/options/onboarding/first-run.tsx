import type { ComponentChildren } from 'preact';
import { useI18n } from '../../../components/ui/i18n.ts';
import { Logo } from '../../../components/ui/logo.tsx';
import { Section } from '../../../components/ui/section.tsx';
import type { State } from '../state/state.ts';
import { CreateKeyStep } from './create-key-step.tsx';
import { FirstReadingStep } from './first-reading-step.tsx';
import { SampleDataStep } from './sample-data-step.tsx';

type Props = {
  readonly state: State;
  /** What is wrong with the browser or the stored data. */
  readonly notices: ComponentChildren;
  readonly form: ComponentChildren;
  readonly settingsFile: ComponentChildren;
};

/** The onboarding before the first account, alone on the page: three steps, with the form beside them where it fits. */
export function FirstRun({ state, notices, form, settingsFile }: Props) {
  const i18n = useI18n();
  return (
    <div class="first-run">
      <header>
        <Logo />
        <div>
          <h1>{i18n.t('options_welcome')}</h1>
          <p class="quiet">{i18n.t('options_welcome_text')}</p>
        </div>
      </header>
      <main>
        {notices}
        <div class="first-columns">
          <CreateKeyStep />
          <div class="first-form">
            <Section step={2} title={i18n.t('paste')}>
              {form}
            </Section>
          </div>
          <div class="first-rest">
            <FirstReadingStep state={state} fresh />
            <SampleDataStep state={state} />
            <details class="moved">
              <summary>{i18n.t('first_import')}</summary>
              {settingsFile}
            </details>
          </div>
        </div>
      </main>
    </div>
  );
}
