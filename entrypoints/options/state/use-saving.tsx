import { type Signal, useSignal } from '@preact/signals';
import { useI18n } from '../../../components/ui/i18n.ts';
import { ResultMessage } from '../../../components/ui/result-message.tsx';
import { type Item, update } from '../../../lib/browser/storage/store.ts';

type Saved = 'no' | 'yes' | 'failed';

export type Saving<T> = {
  readonly saved: Signal<Saved>;
  /** Writes a change of the stored value. Resolves with true if the write succeeded. */
  save(change: (known: T) => T): Promise<boolean>;
};

/** Saves a stored value and exposes the result of the last save. */
export function useSaving<T>(item: Item<T>): Saving<T> {
  const saved = useSignal<Saved>('no');
  const save = async (change: (known: T) => T): Promise<boolean> => {
    const done = await update(item, change).then(
      () => true,
      () => false,
    );
    saved.value = done ? 'yes' : 'failed';
    return done;
  };
  return { saved, save };
}

export function SaveResult({ saved }: { saved: Saved }) {
  const i18n = useI18n();
  return <ResultMessage good={saved === 'yes' && i18n.t('saved')} bad={saved === 'failed' && i18n.t('save_failed')} />;
}
