import { type ReadonlySignal, signal } from '@preact/signals';
import { type Item, update } from '../../../lib/browser/storage/store.ts';
import { compareFields, type FieldChange, revertFields } from '../../../lib/domain/settings/field-change.ts';

/** The result of the last save. `changed`: nothing was undone, because another page has changed the same field since. */
export type SaveNote = { readonly state: 'none' | 'saved' | 'failed' | 'undone' | 'changed' };

/** Changes some fields of a stored value. Resolves with false if the browser did not write them. */
export type Save<T> = (change: (known: T) => Partial<T>) => Promise<boolean>;

/** Saves settings as soon as they change, and takes the last change back. */
export type Saver = {
  readonly note: ReadonlySignal<SaveNote>;
  saveTo<T extends object>(item: Item<T>): Save<T>;
  /** Reports a change that something else has saved. `undo` resolves with false if it took nothing back. */
  report(undo: () => Promise<boolean>): void;
  undo(): Promise<void>;
  /** Ends the offer to undo. */
  dismiss(): void;
};

export function createSaver(): Saver {
  const note = signal<SaveNote>({ state: 'none' });
  let undoLast: (() => Promise<boolean>) | null = null;
  const show = (state: SaveNote['state']) => {
    note.value = { state };
  };
  const report: Saver['report'] = (undo) => {
    undoLast = undo;
    show('saved');
  };
  const saveTo =
    <T extends object>(item: Item<T>): Save<T> =>
    async (change) => {
      let made: FieldChange<T> | null = null;
      const isWritten = await update(item, (known) => {
        made = compareFields(known, change(known));
        return made ? { ...known, ...(made as FieldChange<T>).after } : known;
      }).then(
        () => true,
        () => false,
      );
      const saved: FieldChange<T> | null = made;
      if (!isWritten) show('failed');
      else if (saved) report(() => revert(item, saved));
      return isWritten;
    };
  const undo = async () => {
    const takeBack = undoLast;
    undoLast = null;
    if (!takeBack) return;
    await takeBack().then(
      (isReverted) => show(isReverted ? 'undone' : 'changed'),
      () => show('failed'),
    );
  };
  const dismiss = () => {
    undoLast = null;
    show('none');
  };
  return { note, saveTo, report, undo, dismiss };
}

async function revert<T extends object>(item: Item<T>, change: FieldChange<T>): Promise<boolean> {
  let isReverted = false;
  await update(item, (known) => {
    const reverted = revertFields(known, change);
    isReverted = reverted !== null;
    return reverted ?? known;
  });
  return isReverted;
}
