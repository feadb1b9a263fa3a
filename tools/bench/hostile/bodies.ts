import { FIGURES, UNIFIED_FIGURES } from '../../../lib/domain/margin/margin-account.ts';

/** The largest part of a response that the product reads, in bytes. */
const MIB = 1024 * 1024;
/** The longest number that parses, and the number with the longest decimal form. */
const LONG = `${'9'.repeat(31)}.${'9'.repeat(32)}`;
const TINY = `1.${'7'.repeat(55)}e-49`;
/** The largest number of values that parse, less a few for the envelope. */
const MAX_VALUES = 29_900;

const CLASSIC = ['total', 'leverage', 'openPriceAvg', 'breakEvenPrice', 'unrealizedPL', 'marginSize', 'keepMarginRate'];
const UNIFIED = ['total', 'leverage', 'avgPrice', 'breakEvenPrice', 'unrealisedPnl', 'positionBalance', 'mmr'];

/** The parser that a response goes to. */
export type Kind = 'margins' | 'positions' | 'unified positions' | 'assets';

/** A hostile body, its parser, and the size of the pieces in which it arrives, in bytes. */
export type Hostile = { readonly kind: Kind; readonly body: () => string; readonly piece?: number };

/** Bodies that cost as much as possible. All but the first two have 1 MiB, or as much as the bounds accept. */
export const HOSTILE: Readonly<Record<string, Hostile>> = {
  '2,000,000 deep': margins(() => '['.repeat(2_000_000)),
  '5 MiB': margins(() => filled(' ', 5 * MIB)),
  'a byte at a time': { ...margins(() => filled(' ', MIB)), piece: 1 },
  '500,000 deep': margins(() => '['.repeat(500_000) + ']'.repeat(500_000)),
  'no JSON at all': margins(() => filled('x', MIB)),
  'one long text': margins(() => envelope(`[{"marginCoin":"${filled('a', MIB - 100)}"}]`)),
  'one long escaped text': margins(() => envelope(`[{"marginCoin":"${filled('\\u202e', MIB - 100)}"}]`)),
  'one long text of three bytes a character': margins(() =>
    envelope(`[{"marginCoin":"${filled('\u2066', MIB / 3 - 100)}"}]`),
  ),
  'one number of a million digits': margins(() => envelope(filled('9', MIB - 100))),
  '30,000 numbers': margins(() => envelope(`[${list('123456789.123456789e-9', MAX_VALUES)}]`)),
  '30,000 keys': margins(() => envelope(`[{${list((index) => `"${index} that no one knows":""`, MAX_VALUES)}}]`)),
  '30,000 times __proto__': margins(() => envelope(`[{${list('"__proto__":{}', MAX_VALUES)}}]`)),
  '30,000 rows': margins(() => envelope(`[${list('{}', MAX_VALUES)}]`)),
  '200 rows of long numbers': margins(() => envelope(`[${list((index) => row(index, LONG), 200)}]`)),
  '200 rows of tiny numbers': margins(() => envelope(`[${list((index) => row(index, TINY), 200)}]`)),
  '1,000 positions of long numbers': positions('positions', LONG),
  '1,000 positions of tiny numbers': positions('positions', TINY),
  '1,000 unified positions of long numbers': positions('unified positions', LONG),
  '1,000 assets of long numbers': { kind: 'assets', body: () => envelope(assets(LONG)) },
};

function margins(body: () => string): Hostile {
  return { kind: 'margins', body };
}

/** Isolated positions of one coin, on one card, not sorted by their distance to liquidation. */
function positions(kind: 'positions' | 'unified positions', number: string): Hostile {
  const [names, side] = kind === 'positions' ? [CLASSIC, 'holdSide'] : [UNIFIED, 'posSide'];
  const one = (index: number) => {
    const liquidation = `${1_000 + ((index * 7_919) % 1_000)}${number.slice(4)}`;
    const mark = `0.${number.replace('.', '').slice(0, 60)}`;
    const named = `"symbol":"A${index}","marginCoin":"C0","${side}":"short","marginMode":"isolated"`;
    return `{${named},"markPrice":"${mark}","liquidationPrice":"${liquidation}",${figures(names, number)}}`;
  };
  const rows = `[${list(one, 1_000)}]`;
  return { kind, body: () => envelope(kind === 'positions' ? rows : `{"list":${rows}}`) };
}

function row(index: number, number: string): string {
  return `{"marginCoin":"C${index}","assetMode":"union",${figures(FIGURES, number)}}`;
}

function assets(number: string): string {
  const names = ['equity', 'usdValue', 'balance', 'available', 'debt', 'locked'];
  const held = list((index) => `{"coin":"C${index}",${figures(names, number)}}`, 1_000);
  return `{${figures(UNIFIED_FIGURES, number)},"assets":[${held}]}`;
}

function figures(names: readonly string[], number: string): string {
  return names.map((name) => `"${name}":"${number}"`).join();
}

function envelope(data: string): string {
  return `{"code":"00000","msg":"success","requestTime":1,"data":${data}}`;
}

function filled(part: string, length: number): string {
  return part.repeat(Math.floor(length / part.length));
}

function list(part: string | ((index: number) => string), times: number): string {
  return Array.from({ length: times }, (_, index) => (typeof part === 'string' ? part : part(index))).join();
}
