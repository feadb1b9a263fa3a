import { type Signal, useSignal } from '@preact/signals';
import * as items from '../../lib/browser/items.ts';
import { update } from '../../lib/browser/store.ts';
import type { Settings } from '../../lib/domain/settings.ts';

export type Saving = {
  readonly saved: Signal<'no' | 'yes' | 'failed'>;
  /** Writes a change of the settings; true when it is stored. */
  save(change: Partial<Settings>): Promise<boolean>;
};

/** Saves settings, and remembers how that went last. */
export function useSaving(): Saving {
  const saved = useSignal<'no' | 'yes' | 'failed'>('no');
  const save = async (change: Partial<Settings>): Promise<boolean> => {
    const done = await update(items.settings, (stored) => ({ ...stored, ...change })).then(
      () => true,
      () => false,
    );
    saved.value = done ? 'yes' : 'failed';
    return done;
  };
  return { saved, save };
}
