const NUMBER = /^-?\d+(?:\.\d+)?$/;
/**
 * What a spreadsheet may take for a formula: a sign that begins one, full-width ones too, at the start of the cell or after
 * what another program may take for a separator.
 */
const RISKY = /(^|[;,|\t\r\n])(\s*)(?=[=+\-@＝＋－＠\t\r])/g;

/** Rows as CSV (RFC 4180). Numbers stay numbers; every other cell is quoted, and defused against formulas. */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(escapeCell).join(',')}\r\n`).join('');
}

function escapeCell(text: string): string {
  if (text === '' || NUMBER.test(text)) return text;
  return `"${text.replace(RISKY, "$1$2'").replaceAll('"', '""')}"`;
}
