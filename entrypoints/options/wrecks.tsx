import { Wreck, type WreckName } from '../../components/wreck.tsx';
import { clear } from '../../lib/browser/clear.ts';
import { accounts, readings, settings } from '../../lib/browser/items.ts';
import type { State } from './state.ts';

const NAMES: readonly WreckName[] = ['accounts', 'settings', 'readings'];
const ITEMS = { accounts, settings, readings };

/** The stored values that cannot be used, each with its way out; nothing when all is well. */
export function Wrecks({ state }: { state: State }) {
  return NAMES.map((name) => {
    const loaded = state[name].value;
    if (loaded.state !== 'newer' && loaded.state !== 'broken') return null;
    return <Wreck key={name} name={name} state={loaded.state} onAfresh={() => void clear(ITEMS[name])} />;
  });
}
