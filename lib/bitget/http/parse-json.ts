/** Limits well above any real Bitget response. Bodies beyond them are rejected unparsed, to save time and memory. */
const MAX_DEPTH = 16;
const MAX_VALUES = 30_000;

/**
 * Parses JSON; undefined if the text is invalid, too deep or too long. Any JSON number other than the envelope's own
 * time may be an amount. In that case all numbers stay text, so that no float rounds one.
 */
export function parseJson(text: string): unknown {
  const { depth, values, amounts } = checkLimits(text);
  if (depth > MAX_DEPTH || values > MAX_VALUES) return undefined;
  try {
    return amounts > 0 ? JSON.parse(text, keepDigits) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `context.source` is the number as it stands in the text (ECMAScript "JSON.parse source text access"). */
function keepDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined ? context.source : value;
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [COMMA, COLON, MINUS] = [0x2c, 0x3a, 0x2d];
const [ZERO, NINE] = [0x30, 0x39];
const REQUEST_TIME = '"requestTime":';

/** Scans the text once without parsing it, and stops beyond a limit. */
function checkLimits(text: string): { readonly depth: number; readonly values: number; readonly amounts: number } {
  let [depth, open, values, amounts] = [0, 0, 0, 0];
  let isValueStart = true;
  for (let at = 0; at < text.length && depth <= MAX_DEPTH && values <= MAX_VALUES; at += 1) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) at = findStringEnd(text, at);
    else if (isOpening(char)) depth = Math.max(depth, ++open);
    else if (isClosing(char)) open -= 1;
    else if (char === COMMA) values += 1;
    else if (isValueStart && isDigit(char) && !text.startsWith(REQUEST_TIME, at - REQUEST_TIME.length)) amounts += 1;
    if (!isSpace(char)) isValueStart = isOpening(char) || char === COMMA || char === COLON;
  }
  return { depth, values, amounts };
}

/** Returns the index of the quotation mark that ends the string that starts at `at`. */
function findStringEnd(text: string, at: number): number {
  let end = at;
  do end = text.indexOf('"', end + 1);
  while (end > 0 && isEscaped(text, end));
  return end < 0 ? text.length : end;
}

/** An odd number of backslashes before a character escapes it. */
function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text.charCodeAt(from - 1) === BACKSLASH) from -= 1;
  return (at - from) % 2 === 1;
}

/** `[` and `{` differ in one bit, and so do `]` and `}`. */
function isOpening(char: number): boolean {
  return (char | 0x20) === 0x7b;
}

function isClosing(char: number): boolean {
  return (char | 0x20) === 0x7d;
}

function isDigit(char: number): boolean {
  return char === MINUS || (char >= ZERO && char <= NINE);
}

function isSpace(char: number): boolean {
  return char <= 0x20;
}
