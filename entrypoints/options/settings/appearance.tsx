import { AppearanceForm } from '../../../components/settings/appearance-form.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { ResultMessage } from '../../../components/ui/result-message.tsx';
import { Section } from '../../../components/ui/section.tsx';
import * as items from '../../../lib/browser/storage/items.ts';
import { buildCards } from '../../../lib/domain/portfolio/card.ts';
import { coinsWithRate } from '../../../lib/domain/portfolio/conversion.ts';
import type { Settings } from '../../../lib/domain/settings/settings.ts';
import type { State } from '../state/state.ts';
import { useSaving } from '../state/use-saving.tsx';

/** The appearance settings. Each choice takes effect immediately in all open views. */
export function Appearance({ settings, state }: { settings: Settings; state: State }) {
  const i18n = useI18n();
  const { saved, save } = useSaving(items.settings);
  const coins = coinsWithRate(buildCards(state.portfolio.value, state.now.value));
  return (
    <Section title={i18n.t('appearance')}>
      <div class="panel">
        <AppearanceForm
          appearance={settings}
          coins={coins}
          onChange={(change) => void save((known) => ({ ...known, ...change }))}
        />
        <ResultMessage bad={saved.value === 'failed' && i18n.t('save_failed')} />
      </div>
    </Section>
  );
}
