import { DisplayForm } from '../../../components/settings/display-form.tsx';
import * as items from '../../../lib/browser/storage/items.ts';
import { dropUnsavedHideAmounts } from '../../../lib/browser/storage/unsaved-hide-amounts.ts';
import { buildCards } from '../../../lib/domain/portfolio/card.ts';
import { coinsWithRate } from '../../../lib/domain/portfolio/conversion.ts';
import type { Settings } from '../../../lib/domain/settings/settings.ts';
import type { State } from '../state/state.ts';

/** The settings of badge and popup. */
export function Display({ settings, state }: { settings: Settings; state: State }) {
  const coins = coinsWithRate(buildCards(state.portfolio.value, state.now.value));
  const save = state.saver.saveTo(items.settings);
  const change = async (fields: Partial<Settings>) => {
    const isSaved = await save(() => fields);
    if (isSaved && fields.hideAmounts !== undefined) await dropUnsavedHideAmounts();
  };
  return <DisplayForm settings={settings} coins={coins} onChange={(fields) => void change(fields)} />;
}
