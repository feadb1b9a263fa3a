const RISKY = /^[=+\-@\t\r]/;

/** Rows as CSV (RFC 4180). A cell of text that a spreadsheet would take for a formula is defused; numbers stay numbers. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = RISKY.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
