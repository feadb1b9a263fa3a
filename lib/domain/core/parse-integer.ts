/** The number of a text of digits; NaN of anything else, an empty text included. */
export function parseInteger(text: string): number {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN;
}
