import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin } from '../../testing/builders.ts';
import { NOW } from '../../testing/portfolio.ts';
import { DEFAULT_SETTINGS, type ListOrder } from '../settings/settings.ts';
import { buildCards, type Card } from './card.ts';
import { hasManyAccounts, selectFullCards } from './full-cards.ts';
import { arrangeRows } from './grouping.ts';

type Figures = Readonly<Record<string, readonly [rate: string, equity: string, free?: string]>>;

/** Accounts by name, each with one margin account for each product; a rate of `—` cannot be read. */
function build(names: Readonly<Record<string, Figures>>, at = NOW) {
  const accounts = Object.keys(names).map((id) => buildAccount({ id, label: id }));
  const fresh = <T>(figures: readonly T[]) => ({ state: 'fresh', at, figures }) as const;
  const readings = Object.entries(names).map(([id, products]) => {
    const entries = Object.entries(products);
    const margins = entries.map(([product, [crossedRiskRate, accountEquity, free = accountEquity]]) => {
      const figures = { crossedRiskRate, accountEquity, usdtEquity: accountEquity, crossedMaxAvailable: free };
      return [product, fresh([buildMargin(figures)])];
    });
    const positions = Object.fromEntries(entries.map(([product]) => [product, fresh([])]));
    return [id, buildAccountReading(Object.fromEntries(margins), { positions })] as const;
  });
  const stored = { clockOffset: 0, accounts: Object.fromEntries(readings) };
  return { accounts, cards: buildCards({ accounts, readings: stored, settings: DEFAULT_SETTINGS }, NOW) };
}

const usdt = (rate: string, equity = '9', free?: string): Figures => ({
  'USDT-FUTURES': free === undefined ? [rate, equity] : [rate, equity, free],
});
const say = (cards: readonly Card[]) => cards.map(({ account, risk }) => `${account.id} ${risk.rate}`);

function arrange({ accounts, cards }: ReturnType<typeof build>, order: ListOrder = 'danger', isFlat = false) {
  const { urgent, calm, groups, empty } = arrangeRows(cards, { accounts, all: cards, order, isFlat });
  return {
    full: say(selectFullCards(cards, accounts.length)),
    urgent: say(urgent),
    calm: say(calm),
    groups: groups.map((group) => [group.account.id, ...group.cards.map(({ risk }) => risk.rate)]),
    empty: say(empty),
  };
}

/** Eight accounts: two at risk, one unknown, one empty. */
const EIGHT = {
  a: { 'USDT-FUTURES': ['0.1', '10'], 'COIN-FUTURES': ['0.3', '2'] },
  b: { 'USDT-FUTURES': ['0.2', '500'], 'COIN-FUTURES': ['0.95', '1'] },
  c: usdt('0.5'),
  d: usdt('0.4', '80'),
  e: usdt('—', '3'),
  f: usdt('0', '0'),
  g: usdt('0.05', '9'),
  h: usdt('0', '40'),
} satisfies Record<string, Figures>;

describe('a few accounts (U1)', () => {
  it('show each card at risk in full and the others as rows', () => {
    expect(arrange(build({ a: usdt('0.1'), b: usdt('0.95'), c: usdt('0.5'), d: usdt('—') }))).toEqual({
      full: ['b 0.95', 'c 0.5'],
      urgent: [],
      calm: ['d null', 'a 0.1'],
      groups: [],
      empty: [],
    });
  });

  it('show the riskiest card in full when all are calm', () => {
    const { full, calm, empty } = arrange(build({ a: usdt('0.1'), b: usdt('0.3'), c: usdt('0', '0') }));
    expect([full, calm, empty]).toEqual([['b 0.3'], ['a 0.1'], ['c 0']]);
  });

  it('keep a card in full whose stale figures were at risk', () => {
    const { accounts, cards } = build({ a: usdt('0.1'), b: usdt('0.95') }, NOW - 3_600_000);
    expect(cards.map(({ level }) => level)).toEqual(['unknown', 'unknown']);
    expect(say(selectFullCards(cards, accounts.length))).toEqual(['b 0.95']);
  });
});

describe('eight accounts or more (U1)', () => {
  it('begin with eight', () => {
    expect([hasManyAccounts(7), hasManyAccounts(8)]).toEqual([false, true]);
  });

  it('show cards at risk as rows, and the others by account, the riskiest account first', () => {
    expect(arrange(build(EIGHT))).toEqual({
      full: [],
      urgent: ['b 0.95', 'c 0.5'],
      calm: [],
      groups: [
        ['e', null],
        ['d', '0.4'],
        ['a', '0.3', '0.1'],
        ['b', '0.2'],
        ['g', '0.05'],
        ['h', '0'],
      ],
      empty: ['f 0'],
    });
  });

  it('lists the calm ones without accounts while the user searches', () => {
    const { calm, groups } = arrange(build(EIGHT), 'danger', true);
    expect(calm).toEqual(['e null', 'd 0.4', 'a 0.3', 'b 0.2', 'a 0.1', 'g 0.05', 'h 0']);
    expect(groups).toEqual([]);
  });

  it('keeps the whole account beside its calm cards', () => {
    const { accounts, cards } = build(EIGHT);
    const { groups } = arrangeRows(cards, { accounts, all: cards, order: 'danger', isFlat: false });
    expect(say(groups.find(({ account }) => account.id === 'b')?.whole ?? [])).toEqual(['b 0.95', 'b 0.2']);
  });
});

describe('the order of calm margin accounts', () => {
  const few = build({ a: usdt('0.1', '50', '1'), b: usdt('0.3', '10', '9'), c: usdt('0.2', '—'), d: usdt('0.9') });

  it.each([
    ['danger', ['b 0.3', 'c 0.2', 'a 0.1']],
    ['freeMargin', ['b 0.3', 'a 0.1', 'c 0.2']],
    ['equity', ['a 0.1', 'b 0.3', 'c 0.2']],
    ['own', ['a 0.1', 'b 0.3', 'c 0.2']],
  ] as const)('by %s is %j, with unknown amounts last', (order, wanted) => {
    expect(arrange(few, order).calm).toEqual(wanted);
    expect(arrange(few, order).full).toEqual(['d 0.9']);
  });

  it.each([
    ['equity', ['b', 'd', 'h', 'a', 'g', 'e']],
    ['own', ['a', 'b', 'd', 'e', 'g', 'h']],
  ] as const)('of many accounts by %s is %j, by the sum of each account', (order, wanted) => {
    expect(arrange(build(EIGHT), order).groups.map(([id]) => id)).toEqual(wanted);
  });
});
