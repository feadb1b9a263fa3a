import { DAY, HOUR, MINUTE, SECOND } from '../core/time.ts';
import { type Amount, isKnown, isZero } from '../money/amount.ts';
import { type Decimal, fixed, times } from '../money/decimal.ts';
import type { Words } from './i18n.ts';

/** What stands for a number that is not known. */
export const UNKNOWN = '—';
/** What stands for an amount that the user has hidden. */
export const HIDDEN = '•••';

const HUNDRED = '100' as Decimal;
const DOLLARS = new Set(['USDT', 'USDC', 'USD', 'SUSDT', 'SUSDC', 'SUSD', 'USDE', 'USD1', 'DAI', 'FDUSD']);

/** An amount for a card: 2 decimals for dollar coins and 6 for others, cut towards zero. */
export function money(value: Amount, coin: string, words: Words): string {
  return isKnown(value) ? decimals(words.locale, digits(coin), 'negative').format(value) : UNKNOWN;
}

/** A profit or loss: like `money`, its sign always shown, even where the cut leaves only zeros. */
export function signedMoney(value: Amount, coin: string, words: Words): string {
  if (!isKnown(value)) return UNKNOWN;
  return decimals(words.locale, digits(coin), isZero(value) ? 'never' : 'always').format(value);
}

/** Every digit that Bitget sent. */
export function exactly(value: Amount, words: Words): string {
  if (!isKnown(value)) return UNKNOWN;
  const places = value.split('.')[1]?.length ?? 0;
  return decimals(words.locale, places, 'negative').format(value);
}

/** A fraction as percent with one decimal, rounded up: a risk is never shown smaller than it is. */
export function percent(rate: Decimal | null, words: Words): string {
  if (rate === null) return UNKNOWN;
  return words.text('percent', decimals(words.locale, 1, 'negative').format(inPercent(rate, 1)));
}

/** A distance to liquidation as percent with one decimal, cut: it is never shown larger than it is. */
export function fallPercent(way: Decimal, words: Words): string {
  return words.text('percent', decimals(words.locale, 1, 'negative').format(times(way, HUNDRED)));
}

/** A fraction as percent, rounded up to `places` decimals, as plain decimal text: `"72.4"`. */
export function inPercent(rate: Decimal, places: number): Decimal {
  return fixed(times(rate, HUNDRED), places, true);
}

/** How long ago, in the largest whole unit: `12 s ago`. What lies ahead counts as now. */
export function age(ms: number, words: Words): string {
  const unit = unitOf(ms);
  return words.text(`ago_${unit.name}`, whole(Math.max(0, ms) / unit.length, Math.floor, words));
}

/** How long from now, rounded up: `in 2 min`. */
export function wait(ms: number, words: Words): string {
  const unit = unitOf(ms);
  return words.text(`in_${unit.name}`, whole(Math.max(SECOND, ms) / unit.length, Math.ceil, words));
}

/** A length of time in its largest whole unit: `15 minutes`. */
export function span(ms: number, words: Words): string {
  const { name, length } = unitOf(ms);
  const unit = ({ d: 'day', h: 'hour', min: 'minute', s: 'second' } as const)[name];
  const style = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(words.locale, style).format(ms / length);
}

/** A whole number in the reader's digits. */
export function count(value: number, words: Words): string {
  return new Intl.NumberFormat(words.locale, { maximumFractionDigits: 0 }).format(value);
}

/** The hour and minute of a moment. */
export function clock(at: number, words: Words): string {
  return dateText(at, { hour: '2-digit', minute: '2-digit' }, words);
}

/** The same to the second, on 24 hours, with its day where it is twelve hours away or more: `14:05:12`. For what does not age. */
export function timeOfDay(at: number, now: number, words: Words): string {
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const day = Math.abs(now - at) < DAY / 2 ? {} : ({ day: 'numeric', month: 'short' } as const);
  return dateText(at, { ...day, ...time }, words);
}

/** The hour and minute of the last twelve hours; what was before comes with its day. */
export function moment(at: number, now: number, words: Words): string {
  if (Math.abs(now - at) < DAY / 2) return clock(at, words);
  const options = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return dateText(at, options, words);
}

/** The last moment that a date can name; a stored time may be spoilt. */
const LAST_MOMENT = 8.64e15;

function dateText(at: number, options: Intl.DateTimeFormatOptions, { locale }: Words): string {
  return Math.abs(at) <= LAST_MOMENT ? new Intl.DateTimeFormat(locale, options).format(at) : UNKNOWN;
}

const UNITS = [
  { name: 'd', length: DAY },
  { name: 'h', length: HOUR },
  { name: 'min', length: MINUTE },
  { name: 's', length: SECOND },
] as const;

function unitOf(ms: number) {
  return UNITS.find(({ length }) => ms >= length) ?? UNITS[3];
}

function whole(value: number, round: (value: number) => number, words: Words): string {
  return count(round(value), words);
}

function digits(coin: string): number {
  return DOLLARS.has(coin) ? 2 : 6;
}

type Sign = 'negative' | 'always' | 'never';
const formats = new Map<string, { format(value: Decimal): string }>();

/** Intl reads decimal text exactly and cuts it; a format is costly to make and small to keep. */
function decimals(locale: string, places: number, signDisplay: Sign) {
  const key = `${locale} ${places} ${signDisplay}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    roundingMode: 'trunc',
    signDisplay,
  });
  const made = { format: (value: Decimal) => format.format(value as `${number}`) };
  formats.set(key, made);
  return made;
}
