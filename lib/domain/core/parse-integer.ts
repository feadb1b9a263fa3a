/** Parses a text of digits; NaN for anything else, including an empty text. */
export function parseInteger(text: string): number {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN;
}

/** Parses a text of digits with at most one decimal, after a point or a comma; NaN for anything else. */
export function parseTenths(text: string): number {
  return /^\s*\d{1,9}(?:[.,]\d)?\s*$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}
