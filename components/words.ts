import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '../lib/domain/words.ts';

/** The reader's language, given once by the page. */
export const Language = createContext<Words | null>(null);

export function useWords(): Words {
  const words = useContext(Language);
  if (!words) throw new Error('components need a <Language.Provider>');
  return words;
}
