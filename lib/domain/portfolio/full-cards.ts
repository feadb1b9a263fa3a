import { compareLevels } from '../margin/risk.ts';
import type { Card } from './card.ts';

const MANY_ACCOUNTS = 8;

/** Returns whether the margin accounts of so many accounts are too long for one list. */
export function hasManyAccounts(accounts: number): boolean {
  return accounts >= MANY_ACCOUNTS;
}

/**
 * Returns the cards to show in full: all at risk, or the first one if all are calm. Many accounts have none, because
 * their cards at risk are rows above the others. `cards` are riskiest first.
 */
export function selectFullCards(cards: readonly Card[], accounts: number): readonly Card[] {
  if (hasManyAccounts(accounts)) return [];
  const filled = cards.filter(({ empty }) => !empty);
  const urgent = filled.filter(isUrgentCard);
  return urgent.length > 0 ? urgent : filled.slice(0, 1);
}

/** Figures that have become stale do not make an account at risk calm. */
export function isUrgentCard({ level, lastKnownLevel, shown }: Card): boolean {
  return [level, lastKnownLevel, shown.level].some((each) => compareLevels(each, 'caution') >= 0);
}
