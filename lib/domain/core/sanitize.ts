const MAX_NAME_LENGTH = 24;
// Control, bidirectional, zero-width and other invisible characters, and lone surrogates.
const INVISIBLE_CHARACTERS = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;
const BREAK = /[\t\n\r\u2028\u2029]/g;

/** Makes untrusted text safe to show: no invisible characters, single spaces, at most `longest` characters. */
export function sanitizeText(value: unknown, longest = MAX_NAME_LENGTH): string {
  if (typeof value !== 'string') return '';
  const start = value.slice(0, longest * 8);
  const seen = start.replace(BREAK, ' ').replace(INVISIBLE_CHARACTERS, '').replace(/\s+/g, ' ').trim();
  const characters = [...seen];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : seen;
}
