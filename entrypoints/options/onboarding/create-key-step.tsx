import { KeySteps } from '../../../components/onboarding/key-steps.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { Section } from '../../../components/ui/section.tsx';

/** The first step: how to create a key. */
export function CreateKeyStep() {
  const i18n = useI18n();
  return (
    <Section step={1} title={i18n.t('make')}>
      <div class="panel making">
        <KeySteps />
      </div>
    </Section>
  );
}
