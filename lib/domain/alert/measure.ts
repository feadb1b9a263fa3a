import type { Card, Watched } from '../card.ts';
import { type Decimal, isKnown, sum } from '../money.ts';
import { productsOf, readingOf } from '../reading.ts';
import { type Valued, worthOf } from '../summary.ts';
import { countedOf } from '../total.ts';
import type { Condition } from './condition.ts';

/** What a condition looks at, in USDT, and how old its oldest part is. */
export type Measure = { readonly value: Decimal; readonly at: number };

/** The figure of a condition as it stands; null where a part of it cannot be known, or is too old to rely on. */
export function measureOf(
  { kind, account }: Pick<Condition, 'kind' | 'account'>,
  watched: Watched,
  cards: readonly Card[],
): Measure | null {
  const isReal = watched.accounts.some(({ demo }) => !demo);
  const accounts = watched.accounts.filter(({ id, demo }) => (account === null ? demo !== isReal : id === account));
  const isWhole = accounts.every((each) =>
    productsOf(watched.readings, each).every((product) => 'at' in readingOf(watched.readings, each, product)),
  );
  const wanted = cards.filter((card) => account === null || card.account.id === account);
  const counted = countedOf(wanted);
  if (!isWhole || counted.some(({ stale }) => stale)) return null;
  const values = counted.map(({ margin }) => worthOf(margin, valuedBy(kind)));
  const known = values.filter(isKnown) satisfies readonly Decimal[];
  if (known.length < values.length) return null;
  const ages = (counted.length > 0 ? counted : wanted).map(({ at }) => at);
  return ages.length === 0 ? null : { value: sum(known), at: Math.min(...ages) };
}

function valuedBy(kind: Condition['kind']): Valued {
  switch (kind) {
    case 'available_below':
      return 'available';
    case 'pnl_below':
      return 'pnl';
    case 'equity_below':
    case 'equity_above':
    case 'equity_fall':
      return 'equity';
  }
}
