import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '../../lib/domain/i18n/i18n.ts';

const I18n = createContext<Words | null>(null);

export const I18nProvider = I18n.Provider;

/** Returns the texts and the locale of the page. */
export function useI18n(): Words {
  const i18n = useContext(I18n);
  if (!i18n) throw new Error('Components need an <I18nProvider> around them');
  return i18n;
}
