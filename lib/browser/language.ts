import { browser } from 'wxt/browser';
import { tagOf } from '../domain/tag.ts';
import type { Words } from '../domain/words.ts';

/** Texts from `_locales` in the browser's language, or in English; numbers and dates in that of the texts. */
export function language(): Words {
  const text: Words['text'] = (key, ...values) => browser.i18n.getMessage(key as 'appName', [...values]);
  return { locale: tagOf(text('language'), browser.i18n.getUILanguage()), text };
}
