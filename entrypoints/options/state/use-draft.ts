import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { keepTypedTexts, readTypedTexts, type TypedTexts } from '../../../lib/browser/page/session-drafts.ts';
import type { Save } from './saver.ts';

/** A group of text fields that is saved as one. */
type Fields<T, D extends TypedTexts> = {
  /** Under which the typed texts survive a reload. */
  readonly name: string;
  readonly stored: T;
  /** Returns the stored values as texts. */
  build(stored: T): D;
  /** Returns the fields to store, or null if the texts are invalid. */
  parse(draft: D, known: T): Partial<T> | null;
  readonly save: Save<T>;
};

export type Draft<D> = {
  /** The typed texts, and the stored ones elsewhere. */
  readonly draft: D;
  /** The names of the fields whose text is invalid and not stored. */
  readonly invalid: readonly (keyof D)[];
  edit(typed: Partial<D>): void;
  /** Saves what was typed, when the user leaves a field. */
  commit(): Promise<void>;
  /** Drops what was typed. */
  reset(): void;
};

/** Saves text fields when the user leaves them. An invalid text stays in its field, and the stored value in force. */
export function useDraft<T extends object, D extends TypedTexts>({
  name,
  stored,
  build,
  parse,
  save,
}: Fields<T, D>): Draft<D> {
  const typed = useSignal<TypedTexts>(readTypedTexts(name));
  const isChecked = useSignal(false);
  const keep = (next: TypedTexts) => {
    typed.value = next;
    keepTypedTexts(name, next);
  };
  const merge = (known: T): D => ({ ...build(known), ...typed.peek() });
  const commit = async () => {
    const submitted = typed.peek();
    if (Object.keys(submitted).length === 0) return;
    isChecked.value = parse(merge(stored), stored) === null;
    if (isChecked.value) return;
    let isValid = false;
    const isSaved = await save((known) => {
      // Another page may have changed the values beside this one.
      const fields = parse({ ...build(known), ...submitted }, known);
      isValid = fields !== null;
      return fields ?? {};
    });
    if (!isValid) isChecked.value = true;
    // Texts that were typed during the save are not saved yet.
    else if (isSaved) keep(dropTexts(typed.peek(), submitted));
  };
  // Texts that were typed before a reload are saved, or marked.
  useEffect(() => void commit(), []);
  const draft = { ...build(stored), ...typed.value } as D;
  const isInvalid = isChecked.value && parse(draft, stored) === null;
  return {
    draft,
    invalid: isInvalid ? Object.keys(typed.value) : [],
    edit: (part) => keep({ ...typed.peek(), ...(part as TypedTexts) }),
    commit,
    reset: () => keep({}),
  };
}

function dropTexts(typed: TypedTexts, saved: TypedTexts): TypedTexts {
  return Object.fromEntries(Object.entries(typed).filter(([name, text]) => saved[name] !== text));
}
