import { browser } from 'wxt/browser';
import type { Words } from '../domain/words.ts';

/** The browser's language: texts from `_locales`, numbers and dates by the interface language. */
export function language(): Words {
  return {
    locale: browser.i18n.getUILanguage(),
    text: (key, ...values) => browser.i18n.getMessage(key as 'appName', [...values]),
  };
}
