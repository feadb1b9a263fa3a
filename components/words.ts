import type { ComponentChildren } from 'preact';
import type { Words } from '../lib/domain/words.ts';

let spoken: Words | null = null;

/** The reader's language, given once by the page. It does not change, so it needs no context, and no hooks to read one. */
export const Language = {
  Provider({ value, children }: { value: Words; children: ComponentChildren }) {
    spoken = value;
    return children;
  },
};

export function useWords(): Words {
  if (!spoken) throw new Error('components need a <Language.Provider>');
  return spoken;
}
