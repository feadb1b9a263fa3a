/**
 * By which language numbers and dates are written, as a BCP 47 tag: as in the browser's region where the texts are in the
 * browser's language; where it has no texts here they are English, and so are the figures in them: a German “1.234”
 * in an English sentence would be read as little more than one.
 */
export function pickLocale(texts: string, browsers: string): string {
  return parseLanguage(texts) === parseLanguage(browsers) ? browsers : texts;
}

function parseLanguage(tag: string): string | undefined {
  return tag.split('-')[0];
}
