import { KeySteps } from '../../../components/onboarding/key-steps.tsx';
import { SampleDataOffer } from '../../../components/onboarding/sample-data-offer.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { Section } from '../../../components/ui/section.tsx';
import * as items from '../../../lib/browser/storage/items.ts';
import { update } from '../../../lib/browser/storage/store.ts';
import type { State } from '../state/state.ts';

/** Onboarding before the first account: how to create a key, or use sample data. */
export function CreateKeyStep({ state }: { state: State }) {
  const i18n = useI18n();
  const sampleData = state.sampleData.value;
  const on = 'value' in sampleData && sampleData.value;
  return (
    <>
      <SampleDataOffer on={on} onToggle={() => void update(items.sampleData, () => !on)} />
      <Section step={1} title={i18n.t('make')}>
        <div class="panel making">
          <KeySteps />
        </div>
      </Section>
    </>
  );
}
