/** The lines of the results that the README shows: a section, and how what was measured and what is beside it begin. */
const SHOWN: readonly (readonly [section: string, what: string, beside: string])[] = [
  ['popup', 'first paint, the empty popup again', ''],
  ['popup', 'first paint, the least popup', ''],
  ['popup', 'first paint, 1 stored', 'empty popup'],
  ['popup', 'first paint, 1 stored', 'the least popup'],
  ['popup', 'first paint, 100 stored', 'empty popup'],
  ['popup', 'first paint, 100 stored', 'the least popup'],
  ['popup', 'balances painted, 1 stored', ''],
  ['request', 'CPU a request', ''],
  ['request', 'start to first answer', 'bare fetch:'],
  ['request', 'start to first answer', 'bitget-api'],
  ['request', 'start to first answer', 'ccxt'],
  ['request', 'parsing alone', ''],
  ['hostile', '', ''],
  ['waking', '', ''],
  ['watching', '', ''],
  ['unlock', '', ''],
  ['growth', '10 accounts × 3: round', ''],
  ['growth', '100 accounts × 3: worst', ''],
  ['growth', 'history, 90 days: storage', ''],
  ['size', '', ''],
];

const BEGIN = '<!-- The table between these two lines is written by `npm run bench`. -->\n';
const END = '<!-- End of the table. -->\n';

/** The README with the table of these lines in it, each a line of the table in `RESULTS.md`. */
export function withTable(readme: string, lines: readonly string[]): string {
  const [before, rest] = halves(readme, BEGIN);
  const [, after] = halves(rest, END);
  const cells = lines.map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
  const rows = SHOWN.flatMap(([section, what, beside]) =>
    cells.filter((row) => row[0] === section && row[1]?.startsWith(what) && row[3]?.startsWith(beside)),
  );
  const table = [...new Set(rows)].map(([section, what, ours, beside, ratio]) => {
    return `| ${section}: ${what} | ${ours} | ${beside} | ${ratio} |`;
  });
  return [
    before,
    BEGIN,
    ['| what | ours | beside | ratio |', '| --- | --- | --- | --- |', ...table, ''].join('\n'),
    END,
    after,
  ].join('');
}

function halves(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`The README has no line “${mark.trim()}”`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
