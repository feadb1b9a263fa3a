import { SampleDataOffer } from '../../../components/onboarding/sample-data-offer.tsx';
import * as items from '../../../lib/browser/storage/items.ts';
import { update } from '../../../lib/browser/storage/store.ts';
import type { State } from '../state/state.ts';

/** Offers sample data to a user without a key. */
export function SampleDataStep({ state }: { state: State }) {
  const sampleData = state.sampleData.value;
  const on = 'value' in sampleData && sampleData.value;
  return <SampleDataOffer on={on} onToggle={() => void update(items.sampleData, () => !on)} />;
}
