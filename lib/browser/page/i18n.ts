import type { Words } from '../../domain/i18n/i18n.ts';
import { language } from '../api/i18n.ts';

/**
 * The texts of a page. One that an update has cut off from its extension, and that the browser is about to close, gets no
 * more of them: all are empty then.
 */
export function pageLanguage(): Words {
  const { locale, text } = language();
  return {
    locale,
    text: (...asked) => {
      try {
        return text(...asked);
      } catch {
        return '';
      }
    },
  };
}
