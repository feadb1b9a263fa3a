import type { ComponentChildren } from 'preact';
import { useI18n } from '../../components/ui/i18n.ts';
import { Logo } from '../../components/ui/logo.tsx';
import { ResultMessage } from '../../components/ui/result-message.tsx';
import { Section } from '../../components/ui/section.tsx';
import { AddAccount } from './accounts/add-account.tsx';
import { RemovalResult } from './accounts/removal-result.tsx';
import type { AccountChecker } from './accounts/use-check.ts';
import type { Removal } from './accounts/use-removal.ts';
import { CreateKeyStep } from './onboarding/create-key-step.tsx';
import { FirstReadingStep } from './onboarding/first-reading-step.tsx';
import { SampleDataStep } from './onboarding/sample-data-step.tsx';
import { Backup } from './settings/backup.tsx';
import type { State } from './state/state.ts';
import { LockedKeyStorage } from './vault/locked-key-storage.tsx';

type Props = {
  readonly state: State;
  readonly adding: AccountChecker;
  readonly removal: Removal;
  readonly isStartedOver: boolean;
  readonly notices: ComponentChildren;
};

/** The onboarding before the first account, alone on the page: three steps, with the form beside them where it fits. */
export function FirstRun({ state, adding, removal, isStartedOver, notices }: Props) {
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
        <LockedKeyStorage state={state} />
        {isStartedOver ? <ResultMessage good={i18n.t('start_over_done')} /> : <RemovalResult result={removal.result} />}
        <div class="first-columns">
          <CreateKeyStep />
          <div class="first-form">
            <Section step={2} title={i18n.t('paste')}>
              <AddAccount state={state} checker={adding} />
            </Section>
          </div>
          <div class="first-rest">
            <FirstReadingStep state={state} fresh />
            <SampleDataStep state={state} />
            {'value' in state.settings.value && (
              <details class="moved">
                <summary>{i18n.t('first_import')}</summary>
                <Backup state={state} isImportOnly />
              </details>
            )}
          </div>
        </div>
      </main>
    </div>
  );
}
