import { describe, expect, it } from 'vitest';
import { buildAccount, buildMargin } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import { buildCards, type Card } from './card.ts';
import { type AccountGroup, sortCards, sortGroups } from './card-order.ts';

const [any] = buildCards(buildPortfolio({ 'USDT-FUTURES': [buildMargin({ accountEquity: '1' })] }), NOW);

/** A card with this equity and, as it is flat, as much free margin. */
function card(id: string, equity: string): Card {
  if (!any) throw new Error('no card');
  const margin = buildMargin({ accountEquity: equity, usdtEquity: equity, crossedMaxAvailable: equity });
  return { ...any, account: buildAccount({ id }), margin };
}

const cards = [card('middle', '20'), card('unknown', ''), card('large', '100'), card('small', '3')];
const ids = (list: readonly { readonly account: { readonly id: string } }[]) => list.map(({ account }) => account.id);

describe('margin accounts', () => {
  it('are sorted by their equity, the largest first, and unknown ones last', () => {
    expect(ids(sortCards(cards, 'equity', []))).toEqual(['large', 'middle', 'small', 'unknown']);
    expect(ids(sortCards(cards.toReversed(), 'equity', []))).toEqual(['large', 'middle', 'small', 'unknown']);
  });

  it('are sorted in the order of their accounts, or stay riskiest first', () => {
    const accounts = ['small', 'large', 'unknown', 'middle'].map((id) => buildAccount({ id }));
    expect(ids(sortCards(cards, 'own', accounts))).toEqual(ids(accounts.map((account) => ({ account }))));
    expect(sortCards(cards, 'danger', accounts)).toBe(cards);
  });
});

describe('groups of an account', () => {
  const group = (id: string, ...equities: string[]): AccountGroup => {
    const whole = equities.map((equity) => card(id, equity));
    return { account: buildAccount({ id }), cards: whole.slice(0, 1), whole };
  };
  const groups = [group('unknown', ''), group('sum', '40', '', '70'), group('debt', '-5'), group('one', '100')];

  it('are sorted by all that the account is known to hold', () => {
    expect(ids(sortGroups(groups, 'equity'))).toEqual(['sum', 'one', 'debt', 'unknown']);
    expect(ids(sortGroups(groups.toReversed(), 'freeMargin'))).toEqual(['sum', 'one', 'debt', 'unknown']);
    expect(ids(sortGroups([group('unknown', ''), group('none')], 'equity'))).toEqual(['unknown', 'none']);
  });

  it('keep the order of their first cards for any other order', () => {
    expect(sortGroups(groups, 'danger')).toBe(groups);
    expect(sortGroups(groups, 'own')).toBe(groups);
  });
});
