import type { I18n } from '../../domain/i18n/i18n.ts';
import { createI18n } from '../api/i18n.ts';

/** Texts for pages. Returns empty texts once an update of the extension has invalidated the page's context. */
export function createPageI18n(): I18n {
  const { locale, t } = createI18n();
  return {
    locale,
    t: (...request) => {
      try {
        return t(...request);
      } catch {
        return '';
      }
    },
  };
}
