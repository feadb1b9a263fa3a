/** Parses a text of digits; NaN for anything else, including an empty text. */
export function parseInteger(text: string): number {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN;
}
