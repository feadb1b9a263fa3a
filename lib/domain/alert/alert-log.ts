import type { AccountId } from '../account/account.ts';
import { PRODUCT_TYPES, type Product } from '../account/product-type.ts';
import {
  isAbsent,
  isEither,
  isFlag,
  isListOf,
  isMember,
  isNull,
  isNumber,
  isOneOf,
  isShape,
  isText,
} from '../core/guards.ts';
import { type Amount, type Decimal, isDecimal, type UnreadableAmount } from '../money/amount.ts';
import type { AlertDetails, DrivingPosition } from './alert-details.ts';
import type { AlertRemedy } from './alert-remedy.ts';
import { CONDITION_KINDS } from './condition.ts';
import type { AlertNotice } from './notices.ts';

/** The outcome of an alert: shown by the browser, rejected by it, or snoozed by the user. */
export const ALERT_STATUSES = ['delivered', 'blocked', 'snoozed'] as const;
export type AlertStatus = (typeof ALERT_STATUSES)[number];

/** A past alert. The log lists the newest first. */
export type AlertLogEntry = { readonly at: number; readonly status: AlertStatus; readonly notice: AlertNotice };

export const MAX_LOG_ENTRIES = 200;

/** Adds the outcome of notices to the log. A retried alert stays one entry until the browser shows it. */
export function appendToLog(
  log: readonly AlertLogEntry[],
  notices: readonly AlertNotice[],
  status: AlertStatus,
  at: number,
): readonly AlertLogEntry[] {
  return notices.reduce((entries, each) => withEntry(entries, { at, status, notice: each }), log);
}

function withEntry(log: readonly AlertLogEntry[], entry: AlertLogEntry): readonly AlertLogEntry[] {
  const last = log.find(({ notice }) => notice.key === entry.notice.key);
  if (!last || last.status === 'delivered' || !isSameNotice(last.notice, entry.notice))
    return [entry, ...log].slice(0, MAX_LOG_ENTRIES);
  return last.status === entry.status ? log : [entry, ...log.filter((each) => each !== last)];
}

export function removeFromLog(log: readonly AlertLogEntry[], account: AccountId): readonly AlertLogEntry[] {
  return log.filter(({ notice }) => notice.account !== account);
}

function isSameNotice(a: AlertNotice, b: AlertNotice): boolean {
  return a.due === b.due && a.level === b.level;
}

const isKnown = (value: unknown): value is Decimal => isText(value) && isDecimal(value);
const isRate = isEither(isKnown, isNull);
const isAmount = isEither<Amount, Amount>(isKnown, isShape<UnreadableAmount>({ raw: isEither(isText, isNull) }));
const isLevel = isOneOf(['safe', 'caution', 'warning', 'danger']);

const isDriver = isShape<DrivingPosition>({
  symbol: isText,
  side: isOneOf(['long', 'short', 'unknown']),
  mode: isOneOf(['isolated', 'crossed', 'unknown']),
  leverage: isAmount,
  mark: isAmount,
  liquidation: isAmount,
});

const isProduct = isOneOf<Product>([...PRODUCT_TYPES, 'UNIFIED']);
const isRemedy = isShape<AlertRemedy>({ add: isKnown, coin: isText, goal: isKnown });

const isAlertDetails = isMember<AlertDetails, 'rule'>('rule', {
  risk: {
    label: isText,
    product: isProduct,
    coin: isText,
    rate: isRate,
    complete: isFlag,
    driver: isEither(isDriver, isNull),
    distance: isEither(isRate, isAbsent),
    url: isEither(isEither(isText, isNull), isAbsent),
    remedy: isEither(isEither(isRemedy, isNull), isAbsent),
  },
  unknown: {
    label: isText,
    product: isProduct,
    coin: isText,
    lastLevel: isLevel,
    why: isOneOf(['positions_unread', 'alert_no_figure']),
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

const isAlertNotice = isShape<AlertNotice>({
  key: isText,
  due: isOneOf(['raised', 'repeated', 'resolved']),
  level: isLevel,
  previousLevel: isLevel,
  at: isNumber,
  account: isEither(isText, isNull),
  details: isAlertDetails,
});

export const isAlertLog = isListOf(
  isShape<AlertLogEntry>({ at: isNumber, status: isOneOf(ALERT_STATUSES), notice: isAlertNotice }),
);
