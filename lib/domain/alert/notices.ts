import type { AccountId } from '../account/account.ts';
import type { Product } from '../account/product-type.ts';
import { MINUTE } from '../core/time.ts';
import { type Position, positionRate } from '../margin/position.ts';
import { compareLevels } from '../margin/risk.ts';
import { compare, type Decimal } from '../money/amount.ts';
import { isStale } from '../polling/reading.ts';
import type { Card } from '../portfolio/card.ts';
import type { Alerting } from './alert-settings.ts';
import type { Alarm, AlertLevel } from './alert-state.ts';
import type { Condition } from './condition.ts';
import { type Due, dueOf, type Manner } from './notification-schedule.ts';
import { type Silence, silentUntil } from './snooze.ts';
import type { Matter } from './subjects.ts';
import { alarmOf, type Book } from './update-alert-states.ts';

/** The position that a risk comes from, as far as a sentence about it needs. */
export type Driver = Pick<Position, 'symbol' | 'side' | 'mode' | 'leverage' | 'mark' | 'liquidation'>;

/** What an alert is about; `label` is the account's, or null over all. */
export type About =
  | {
      readonly rule: 'risk';
      readonly label: string;
      readonly product: Product;
      readonly coin: string;
      readonly rate: Decimal | null;
      readonly complete: boolean;
      readonly driver: Driver | null;
    }
  | { readonly rule: 'lost'; readonly label: string }
  | { readonly rule: 'liquidating'; readonly label: string }
  | { readonly rule: 'locked' }
  | {
      readonly rule: 'condition';
      readonly label: string | null;
      readonly kind: Condition['kind'];
      readonly limit: Decimal;
      readonly hours: number;
      readonly value: Decimal | null;
    };

/** One thing to tell. `at` is when what it says was read, in ms. */
export type News = {
  readonly key: string;
  readonly due: Due;
  readonly level: AlertLevel;
  readonly was: AlertLevel;
  readonly at: number;
  readonly account: AccountId | null;
  readonly about: About;
};

/** What is due, most urgent first: to be told now, and silenced by the user. */
export type Issue = { readonly loud: readonly News[]; readonly silent: readonly News[] };

export function newsOf(
  book: Book,
  matters: readonly Matter[],
  alerting: Alerting,
  silence: Silence,
  period: number,
  now: number,
): Issue {
  if (!alerting.on) return { loud: [], silent: [] };
  const news = matters.flatMap((matter): News[] => {
    const alarm = alarmOf(book, matter.key);
    const due = dueOf(alarm, mannerOf(matter, alerting), !isStale(alarm.at, period, now), now);
    return due === null ? [] : [newsFrom(matter, alarm, due)];
  });
  const sorted = news.toSorted((a, b) => compareLevels(b.level, a.level));
  const isSilent = ({ account, level }: News) => silentUntil(silence, alerting, account, level, now) > 0;
  return { loud: sorted.filter((each) => !isSilent(each)), silent: sorted.filter(isSilent) };
}

/** That watching goes on again takes the notification that it did not away, instead of making one more. */
export function isClearing({ due, about }: News): boolean {
  return due === 'recovery' && (about.rule === 'lost' || about.rule === 'locked');
}

/** How loudly to tell: danger stays until it was seen; what is over, and caution, make no sound. */
export function urgencyOf(news: readonly News[]): 'grave' | 'plain' | 'quiet' {
  if (news.some(({ level }) => level === 'danger')) return 'grave';
  return news.some(({ level }) => level === 'warning') ? 'plain' : 'quiet';
}

function mannerOf({ rule }: Matter, { from, repeatWarning, repeatDanger }: Alerting): Manner {
  const warning = repeatWarning * MINUTE;
  switch (rule) {
    case 'risk':
      return { from, repeat: { warning, danger: repeatDanger * MINUTE } };
    case 'condition':
      return { from: 'caution', repeat: { warning } };
    case 'liquidating':
      return { from: 'caution', repeat: { danger: repeatDanger * MINUTE } };
    case 'lost':
    case 'locked':
      return { from: 'caution', repeat: {} };
  }
}

function newsFrom(matter: Matter, { level, was, at }: Alarm, due: Due): News {
  const account = matter.account?.id ?? null;
  return {
    key: matter.key,
    due,
    level,
    was,
    at: matter.rule === 'lost' ? (matter.since ?? at) : at,
    account,
    about: aboutOf(matter),
  };
}

function aboutOf(matter: Matter): About {
  switch (matter.rule) {
    case 'risk': {
      const { margin, risk, account } = matter.card;
      const { rate, complete } = risk;
      const driver = driverOf(matter.card);
      return { rule: 'risk', label: account.label, product: margin.product, coin: margin.coin, rate, complete, driver };
    }
    case 'lost':
    case 'liquidating':
      return { rule: matter.rule, label: matter.account?.label ?? '' };
    case 'locked':
      return { rule: 'locked' };
    case 'condition': {
      const { kind, limit, hours } = matter.condition;
      const label = matter.account?.label ?? null;
      return { rule: 'condition', label, kind, limit, hours, value: matter.measure?.value ?? null };
    }
  }
}

/** The isolated position whose own rate is the whole risk, or else the position nearest to liquidation. */
function driverOf({ positions, risk }: Card): Driver | null {
  const isWhole = (position: Position) => {
    const rate = position.mode === 'crossed' ? null : positionRate(position);
    return rate !== null && risk.rate !== null && compare(rate, risk.rate) >= 0;
  };
  const found = positions.find(isWhole) ?? positions[0];
  if (!found) return null;
  const { symbol, side, mode, leverage, mark, liquidation } = found;
  return { symbol, side, mode, leverage, mark, liquidation };
}
