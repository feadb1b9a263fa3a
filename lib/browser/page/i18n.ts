import type { I18n } from '../../domain/i18n/i18n.ts';
import { createI18n } from '../api/i18n.ts';

/**
 * The texts of a page. One that an update has cut off from its extension, and that the browser is about to close, gets no
 * more of them: all are empty then.
 */
export function createPageI18n(): I18n {
  const { locale, t } = createI18n();
  return {
    locale,
    t: (...asked) => {
      try {
        return t(...asked);
      } catch {
        return '';
      }
    },
  };
}
