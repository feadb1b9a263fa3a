import type { AccountId } from '../account/account.ts';
import { PRODUCT_TYPES, type Product } from '../account/product-type.ts';
import { isEither, isFlag, isListOf, isMember, isNull, isNumber, isOneOf, isShape, isText } from '../core/guards.ts';
import { type Amount, type Decimal, isDecimal, type Unread } from '../money/amount.ts';
import { CONDITION_KINDS } from './condition.ts';
import type { About, Driver, News } from './notices.ts';

/** What became of an alert: the browser showed it, refused to, or the user wanted silence. */
export const FATES = ['told', 'refused', 'silenced'] as const;
export type Fate = (typeof FATES)[number];

/** One alert of the past. The log has the newest first. */
export type Entry = { readonly at: number; readonly fate: Fate; readonly news: News };

export const MOST_ENTRIES = 200;

/** The log with what has just become of some news. One that is tried again stays one entry until it is told. */
export function logged(log: readonly Entry[], news: readonly News[], fate: Fate, at: number): readonly Entry[] {
  return news.reduce((entries, each) => withEntry(entries, { at, fate, news: each }), log);
}

function withEntry(log: readonly Entry[], entry: Entry): readonly Entry[] {
  const last = log.find(({ news }) => news.key === entry.news.key);
  if (!last || last.fate === 'told' || !isSame(last.news, entry.news)) return [entry, ...log].slice(0, MOST_ENTRIES);
  return last.fate === entry.fate ? log : [entry, ...log.filter((each) => each !== last)];
}

/** The log without anything of an account. */
export function logWithout(log: readonly Entry[], account: AccountId): readonly Entry[] {
  return log.filter(({ news }) => news.account !== account);
}

function isSame(a: News, b: News): boolean {
  return a.due === b.due && a.level === b.level;
}

const isKnown = (value: unknown): value is Decimal => isText(value) && isDecimal(value);
const isRate = isEither(isKnown, isNull);
const isAmount = isEither<Amount, Amount>(isKnown, isShape<Unread>({ raw: isEither(isText, isNull) }));
const isLevel = isOneOf(['safe', 'caution', 'warning', 'danger']);

const isDriver = isShape<Driver>({
  symbol: isText,
  side: isOneOf(['long', 'short', 'unknown']),
  mode: isOneOf(['isolated', 'crossed', 'unknown']),
  leverage: isAmount,
  mark: isAmount,
  liquidation: isAmount,
});

const isAbout = isMember<About, 'rule'>('rule', {
  risk: {
    label: isText,
    product: isOneOf<Product>([...PRODUCT_TYPES, 'UNIFIED']),
    coin: isText,
    rate: isRate,
    complete: isFlag,
    driver: isEither(isDriver, isNull),
  },
  lost: { label: isText },
  liquidating: { label: isText },
  locked: {},
  condition: {
    label: isEither(isText, isNull),
    kind: isOneOf(CONDITION_KINDS),
    limit: isKnown,
    hours: isNumber,
    value: isRate,
  },
});

const isNews = isShape<News>({
  key: isText,
  due: isOneOf(['rise', 'repeat', 'recovery']),
  level: isLevel,
  was: isLevel,
  at: isNumber,
  account: isEither(isText, isNull),
  about: isAbout,
});

export const isLog = isListOf(isShape<Entry>({ at: isNumber, fate: isOneOf(FATES), news: isNews }));
