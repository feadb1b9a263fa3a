/** The main blocks that East Asian fonts draw twice as wide as a digit: https://www.unicode.org/reports/tr11/. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Returns the width of a text in widths of a Latin letter. Combining marks take no room. */
export function measureWidth(text: string): number {
  return [...text.normalize('NFC')].reduce(
    (sum, letter) => sum + (WIDE.test(letter) ? 2 : /\p{M}/u.test(letter) ? 0 : 1),
    0,
  );
}
