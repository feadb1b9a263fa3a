/**
 * Picks the BCP 47 tag for numbers and dates: the browser's regional one if the texts are in the same language,
 * otherwise the tag of the texts. A German "1.234" in an English sentence would read as about one.
 */
export function pickLocale(texts: string, browsers: string): string {
  return parseLanguage(texts) === parseLanguage(browsers) ? browsers : texts;
}

function parseLanguage(tag: string): string | undefined {
  return tag.split('-')[0];
}
