import { browser } from 'wxt/browser';
import type { I18n } from '../../domain/i18n/i18n.ts';
import { pickLocale } from '../../domain/i18n/locale.ts';

/** Texts from `_locales` in the browser's language, or in English. Numbers and dates follow the texts' language. */
export function createI18n(): I18n {
  const text: I18n['t'] = (key, ...values) => browser.i18n.getMessage(key as 'appName', [...values]);
  return { locale: pickLocale(text('language'), browser.i18n.getUILanguage()), t: text };
}
