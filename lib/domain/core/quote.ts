/** Placeholders that Bitget forgot to fill in: `{0}`, `%s` and `${name}`. */
const PLACEHOLDER = /\{\w*\}|%[sd]/;
const LETTER = /\p{L}/u;
const CHINESE = /\p{Script=Han}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Returns whether Bitget's message helps a reader of this language (BCP 47): it has letters, no unfilled placeholder,
 * and is not Chinese.
 */
export function isQuotable(text: string, locale: string): boolean {
  if (!LETTER.test(text) || PLACEHOLDER.test(text)) return false;
  const [language] = locale.split('-');
  if (language === 'zh' || !CHINESE.test(text)) return true;
  return language === 'ja' && KANA.test(text);
}
