import type { Account, AccountId } from '../account/account.ts';
import { getReading, listProducts } from '../polling/reading.ts';
import { buildCards, type Card, type Portfolio } from '../portfolio/card.ts';
import { findUnmonitored } from '../portfolio/lost-accounts.ts';
import type { AlertSettings } from './alert-settings.ts';
import type { Condition } from './condition.ts';
import { type ConditionValue, computeConditionValue } from './condition-value.ts';

/** A subject of alerts in its current state. `key` is stable across rounds. */
export type AlertSubject = { readonly key: string; readonly account: Account | null } & (
  | { readonly rule: 'risk'; readonly card: Card; readonly settings: Portfolio['settings'] }
  /** The card of the risk, while its account is monitored. */
  | { readonly rule: 'unknown'; readonly card: Card }
  /** The time at which monitoring stopped, or null while it works. */
  | { readonly rule: 'lost' | 'locked'; readonly since: number | null }
  /** Whether Bitget reports a liquidation, and the time of the report; null when it reports neither. */
  | { readonly rule: 'liquidating'; readonly report: { readonly isLiquidating: boolean; readonly at: number } | null }
  | { readonly rule: 'condition'; readonly condition: Condition; readonly measure: ConditionValue | null }
);

/** Collects all alert subjects. `lockedSince` is when the vault locked, or null; `cards` are those of the portfolio. */
export function collectSubjects(
  portfolio: Portfolio,
  { conditions }: Pick<AlertSettings, 'conditions'>,
  lockedSince: number | null,
  now: number,
  cards: readonly Card[] = buildCards(portfolio, now),
): readonly AlertSubject[] {
  return [
    { key: 'locked', rule: 'locked', account: null, since: lockedSince },
    ...cards
      .filter(isFirstOfCoin)
      .map(
        (card) =>
          ({ key: riskKey(card), rule: 'risk', account: card.account, card, settings: portfolio.settings }) as const,
      ),
    ...(lockedSince === null ? collectUnknownSubjects(portfolio, cards, now) : []),
    ...portfolio.accounts.map((account) => buildLiquidationSubject(account, portfolio)),
    // A locked vault is one problem: its accounts do not also count as lost.
    ...(lockedSince === null ? collectLostSubjects(portfolio, now) : []),
    ...conditions.flatMap((condition) => collectConditionSubject(condition, portfolio, cards)),
  ];
}

/**
 * Returns whether an alert state without a subject waits for figures that are missing at the moment, as after an edit.
 */
export function isAwaited(key: string, { accounts, readings }: Portfolio): boolean {
  return accounts.some((account) =>
    listProducts(readings, account).some(
      (product) =>
        key.startsWith(`risk/${account.id}/${product}/`) && !('at' in getReading(readings, account, product)),
    ),
  );
}

/** Returns whether a key names a risk of one of these accounts. */
export function isRiskKey(key: string, accounts: readonly Account[]): boolean {
  return accounts.some(({ id }) => key.startsWith(`risk/${id}/`));
}

/** Returns whether a subject key, or a notification id made from one, belongs to an account. */
export function isKeyOfAccount(key: string, account: AccountId): boolean {
  return key.split('/').includes(account);
}

/** Returns the key of the risk of a margin account, which survives a new reading. */
export function riskKey({ account, margin }: Card): string {
  return `risk/${account.id}/${margin.product}/${margin.coin}`;
}

/** Two rows of one coin are one subject: the riskier row, which comes first. */
function isFirstOfCoin(card: Card, index: number, cards: readonly Card[]): boolean {
  return cards.findIndex((each) => riskKey(each) === riskKey(card)) === index;
}

/** Only a response with figures ends a liquidation: a gap resolves nothing. */
function buildLiquidationSubject(account: Account, { readings }: Portfolio): AlertSubject {
  const marginReadings = listProducts(readings, account).map((product) => getReading(readings, account, product));
  const reportedAt = marginReadings.flatMap((each) =>
    'failure' in each && each.failure.kind === 'liquidating' ? [each.failedAt] : [],
  );
  const isLiquidating = reportedAt.length > 0;
  const ends = marginReadings.flatMap((each) => (each.state === 'fresh' ? [each.at] : []));
  const times = isLiquidating ? reportedAt : ends;
  const report = times.length > 0 ? { isLiquidating, at: Math.max(...times) } : null;
  return { key: `liquidating/${account.id}`, rule: 'liquidating', account, report };
}

/** An account that is not monitored at all is one problem: its cards do not also count as unknown. */
function collectUnknownSubjects(portfolio: Portfolio, cards: readonly Card[], now: number): AlertSubject[] {
  const lost = findUnmonitored(portfolio, now).map(({ account }) => account);
  return cards
    .filter((card, index) => isFirstOfCoin(card, index, cards) && !card.stale && !lost.includes(card.account))
    .map((card) => ({
      key: `unknown/${riskKey(card).slice(RISK.length)}`,
      rule: 'unknown',
      account: card.account,
      card,
    }));
}

const RISK = 'risk/';

/** Returns the key of the risk of a card that may be unknown. */
export function riskKeyOfUnknown(key: string): string {
  return key.replace(/^unknown\//, RISK);
}

function collectLostSubjects(portfolio: Portfolio, now: number): AlertSubject[] {
  const lost = findUnmonitored(portfolio, now);
  return portfolio.accounts.map((account) => {
    const since = hasFailed(portfolio, account) ? lost.find((each) => each.account === account)?.since : undefined;
    return { key: `lost/${account.id}`, rule: 'lost', account, since: since ?? null };
  });
}

/**
 * Returns whether a request of the account failed. Without a failure its figures are old only because the computer slept
 * or its clock was set ahead, and the round in progress is about to read them.
 */
function hasFailed({ readings }: Portfolio, account: Account): boolean {
  return listProducts(readings, account).some((product) => 'failure' in getReading(readings, account, product));
}

function collectConditionSubject(condition: Condition, portfolio: Portfolio, cards: readonly Card[]): AlertSubject[] {
  const account = portfolio.accounts.find(({ id }) => id === condition.account) ?? null;
  if (condition.account !== null && account === null) return [];
  const measure = computeConditionValue(condition, portfolio, cards);
  return [{ key: `condition/${condition.id}`, rule: 'condition', account, condition, measure }];
}
