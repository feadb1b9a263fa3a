import type { ComponentChildren } from 'preact';
import { useI18n } from '../../components/ui/i18n.ts';
import { Logo } from '../../components/ui/logo.tsx';
import { Section } from '../../components/ui/section.tsx';
import { AddAccount } from './accounts/add-account.tsx';
import { RemovalResult } from './accounts/removal-result.tsx';
import type { AccountChecker } from './accounts/use-check.ts';
import type { Removal } from './accounts/use-removal.ts';
import { CreateKeyStep } from './onboarding/create-key-step.tsx';
import { FirstReadingStep } from './onboarding/first-reading-step.tsx';
import type { State } from './state/state.ts';

type Props = {
  readonly state: State;
  readonly adding: AccountChecker;
  readonly removal: Removal;
  readonly notices: ComponentChildren;
};

/** The onboarding: three steps, and no setting of a product that has no account yet. */
export function FirstRun({ state, adding, removal, notices }: Props) {
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
        <RemovalResult result={removal.result} />
        <CreateKeyStep state={state} />
        <Section step={2} title={i18n.t('paste')}>
          <AddAccount state={state} checker={adding} />
        </Section>
        <FirstReadingStep state={state} fresh />
      </main>
    </div>
  );
}
