import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { I18n } from '../../lib/domain/i18n/i18n.ts';

const I18nContext = createContext<I18n | null>(null);

export const I18nProvider = I18nContext.Provider;

/** Returns the texts and the locale of the page. */
export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error('Components need an <I18nProvider> around them');
  return i18n;
}
