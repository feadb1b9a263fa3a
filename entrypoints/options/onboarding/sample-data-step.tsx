import { SampleDataOffer } from '../../../components/onboarding/sample-data-offer.tsx';
import * as items from '../../../lib/browser/storage/items.ts';
import { update } from '../../../lib/browser/storage/store.ts';
import type { State } from '../state/state.ts';
import { ToolbarPlace } from './toolbar-place.tsx';

/** Offers sample data to a user without a key, and shows where the toolbar button is while they are on. */
export function SampleDataStep({ state }: { state: State }) {
  const sampleData = state.sampleData.value;
  const on = 'value' in sampleData && sampleData.value;
  return (
    <SampleDataOffer on={on} onToggle={() => void update(items.sampleData, () => !on)}>
      <ToolbarPlace />
    </SampleDataOffer>
  );
}
