/** A number that stands outside of quotes; text may look like one, which costs time and nothing else. */
const NUMBER = /[:[,]\s*-?\d/g;
const IN_ENVELOPE = 1;

/**
 * JSON text as a value, or undefined when it is none. The envelope holds one number; where there are
 * more, Bitget sent amounts as JSON numbers, and every number is kept as its text, so that no float
 * ever rounds it.
 */
export function parseJson(text: string): unknown {
  try {
    const numbers = text.match(NUMBER)?.length ?? 0;
    return numbers > IN_ENVELOPE ? JSON.parse(text, keepDigits) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `context.source` is the number as it was written (ECMAScript "JSON.parse source text access"). */
function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined ? context.source : value;
}
