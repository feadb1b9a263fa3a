const NUMBER = /^-?\d+(?:\.\d+)?$/;
/**
 * Starts of a spreadsheet formula: a sign, also full-width, at the start of a cell or after a character that another
 * program may read as a separator.
 */
const RISKY = /(^|[;,|\t\r\n])(\s*)(?=[=+\-@＝＋－＠\t\r])/g;

/**
 * Formats rows as CSV (RFC 4180). Numbers stay numbers; all other cells are quoted and protected from formula
 * injection.
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(escapeCell).join(',')}\r\n`).join('');
}

function escapeCell(text: string): string {
  if (text === '' || NUMBER.test(text)) return text;
  return `"${text.replace(RISKY, "$1$2'").replaceAll('"', '""')}"`;
}
