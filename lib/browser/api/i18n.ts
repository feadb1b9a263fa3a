import { browser } from 'wxt/browser';
import type { Words } from '../../domain/i18n/i18n.ts';
import { tagOf } from '../../domain/i18n/locale.ts';

/** Texts from `_locales` in the browser's language, or in English; numbers and dates in that of the texts. */
export function language(): Words {
  const text: Words['text'] = (key, ...values) => browser.i18n.getMessage(key as 'appName', [...values]);
  return { locale: tagOf(text('language'), browser.i18n.getUILanguage()), text };
}
