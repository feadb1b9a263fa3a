import { DAY, HOUR, MINUTE, SECOND } from '../core/time.ts';
import { type Amount, isKnown, isNegative, isZero } from '../money/amount.ts';
import { type Decimal, multiply, toDecimalPlaces } from '../money/decimal.ts';
import type { I18n } from './i18n.ts';

/** Shown for an unknown number. */
export const UNKNOWN = '—';
/** Shown for an amount that the user has hidden. */
export const HIDDEN = '•••';

const HUNDRED = '100' as Decimal;
const SMALLEST_DISTANCE = '0.1' as Decimal;
const DOLLARS = new Set(['USDT', 'USDC', 'USD', 'SUSDT', 'SUSDC', 'SUSD', 'USDE', 'USD1', 'DAI', 'FDUSD']);

/** Formats an amount for a card: 2 decimals for dollar coins, 6 for others, cut towards zero. */
export function formatMoney(value: Amount, coin: string, i18n: I18n): string {
  return isKnown(value) ? formatDecimal(value, digits(coin), 'negative', i18n) : UNKNOWN;
}

/** Formats a profit or loss: always with a sign, even where the cut leaves only zeros. */
export function formatSignedMoney(value: Amount, coin: string, i18n: I18n): string {
  if (!isKnown(value)) return UNKNOWN;
  return formatDecimal(value, digits(coin), isZero(value) ? 'never' : 'always', i18n);
}

/** Formats every digit that Bitget sent. */
export function formatExact(value: Amount, i18n: I18n): string {
  if (!isKnown(value)) return UNKNOWN;
  const places = value.split('.')[1]?.length ?? 0;
  return formatDecimal(value, places, 'negative', i18n);
}

/** Formats a fraction as percent with one decimal, rounded up so that it never understates a risk. */
export function formatPercent(rate: Decimal | null, i18n: I18n): string {
  if (rate === null) return UNKNOWN;
  return i18n.t('percent', formatDecimal(toPercent(rate, 1), 1, 'negative', i18n));
}

/** Formats a distance to liquidation as percent with one decimal, cut so that it is never overstated: `< 0.1%`, never zero. */
export function formatDistance(way: Decimal, i18n: I18n): string {
  const cut = toDecimalPlaces(multiply(way, HUNDRED), 1);
  const show = (percent: Decimal) => i18n.t('percent', formatDecimal(percent, 1, 'negative', i18n));
  return isZero(cut) ? `< ${show(SMALLEST_DISTANCE)}` : show(cut);
}

/** Formats a return as percent with its sign and one decimal: a profit is cut, a loss rounded up. */
export function formatReturn(rate: Decimal, i18n: I18n): string {
  const percent = toDecimalPlaces(multiply(rate, HUNDRED), 1, isNegative(rate));
  return i18n.t('percent', formatDecimal(percent, 1, isZero(rate) ? 'never' : 'always', i18n));
}

/** Converts a fraction to percent, rounded up to `places` decimals, as decimal text: `"72.4"`. */
export function toPercent(rate: Decimal, places: number): Decimal {
  return toDecimalPlaces(multiply(rate, HUNDRED), places, true);
}

/** Formats an age in its largest unit: `12 s ago`. A future time counts as now. */
export function formatAge(ms: number, i18n: I18n): string {
  const unit = chooseUnit(ms);
  return i18n.t(`ago_${unit.name}`, formatInteger(Math.max(0, ms) / unit.length, Math.floor, i18n));
}

/** Formats a time until an event, rounded up: `in 2 min`. */
export function formatWait(ms: number, i18n: I18n): string {
  const unit = chooseUnit(ms);
  return i18n.t(`in_${unit.name}`, formatInteger(Math.max(SECOND, ms) / unit.length, Math.ceil, i18n));
}

/** Formats a duration in its largest unit: `15 minutes`. */
export function formatSpan(ms: number, i18n: I18n): string {
  const { name, length } = chooseUnit(ms);
  const unit = ({ d: 'day', h: 'hour', min: 'minute', s: 'second' } as const)[name];
  const style = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(i18n.locale, style).format(ms / length);
}

/** Formats an integer in the reader's digits. */
export function formatCount(value: number, i18n: I18n): string {
  return new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 0 }).format(value);
}

export function formatClock(at: number, i18n: I18n): string {
  return dateText(at, { hour: '2-digit', minute: '2-digit' }, i18n);
}

/**
 * Formats a time to the second on 24 hours, with the date when it is twelve hours away or more: `14:05:12`. For texts
 * that do not update.
 */
export function timeOfDay(at: number, now: number, i18n: I18n): string {
  const time = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const day = Math.abs(now - at) < DAY / 2 ? {} : ({ day: 'numeric', month: 'short' } as const);
  return dateText(at, { ...day, ...time }, i18n);
}

/** Formats hours and minutes; a time more than twelve hours ago gets its date. */
export function formatMoment(at: number, now: number, i18n: I18n): string {
  if (Math.abs(now - at) < DAY / 2) return formatClock(at, i18n);
  const options = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return dateText(at, options, i18n);
}

/** The largest time that a `Date` accepts. A stored time may be corrupt. */
const LAST_MOMENT = 8.64e15;

function dateText(at: number, options: Intl.DateTimeFormatOptions, { locale }: I18n): string {
  return Math.abs(at) <= LAST_MOMENT ? new Intl.DateTimeFormat(locale, options).format(at) : UNKNOWN;
}

const UNITS = [
  { name: 'd', length: DAY },
  { name: 'h', length: HOUR },
  { name: 'min', length: MINUTE },
  { name: 's', length: SECOND },
] as const;

function chooseUnit(ms: number) {
  return UNITS.find(({ length }) => ms >= length) ?? UNITS[3];
}

function formatInteger(value: number, round: (value: number) => number, i18n: I18n): string {
  return formatCount(round(value), i18n);
}

function digits(coin: string): number {
  return DOLLARS.has(coin) ? 2 : 6;
}

type Sign = 'negative' | 'always' | 'never';
const formats = new Map<string, Intl.NumberFormat>();

/** Intl parses decimal text exactly and cuts it. Formats are cached because they are slow to create. */
function formatDecimal(value: Decimal, places: number, signDisplay: Sign, { locale }: I18n): string {
  const key = `${locale} ${places} ${signDisplay}`;
  const options = { minimumFractionDigits: places, maximumFractionDigits: places, signDisplay } as const;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { ...options, roundingMode: 'trunc' });
  formats.set(key, format);
  return format.format(value as `${number}`);
}
