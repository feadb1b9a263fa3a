import type { ProductResponses } from '../../bitget/account/account-response.ts';
import type { Account } from '../../domain/account/account.ts';
import { compareLevels, type Level } from '../../domain/margin/risk.ts';
import type { AccountReading, Readings } from '../../domain/polling/reading.ts';
import { rememberDanger } from '../../domain/portfolio/account-danger.ts';
import { buildCards } from '../../domain/portfolio/card.ts';
import { worstLastKnownLevel } from '../../domain/portfolio/risk-order.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { type RoundTime, updateReading } from './update-reading.ts';

/**
 * A reading, and whether it shows a higher level than before: then it does not wait for the rest of the round. From
 * warning on the round itself must end soon, because the account is due again.
 */
export type AssessedReading = {
  readonly reading: AccountReading;
  readonly isRise: boolean;
  readonly isHurried: boolean;
};

/** Adds to a reading the danger to remember while a part of its figures is unknown, and compares its level. */
export function assessReading(
  account: Account,
  { lastKnown: before, ...reading }: AccountReading,
  levelBefore: Level,
  settings: Settings,
): AssessedReading {
  const readings = { clockOffset: 0, accounts: { [account.id]: reading } };
  // Only fields of the cards that do not depend on the time are used.
  const cards = buildCards({ accounts: [account], readings, settings }, 0);
  const lastKnown = rememberDanger(cards, before, settings, Math.max(0, ...cards.map(({ at }) => at)));
  const level = worstLastKnownLevel(cards);
  const isRise = compareLevels(level, levelBefore) > 0 && compareLevels(level, 'unknown') > 0;
  return {
    reading: lastKnown ? { ...reading, lastKnown } : reading,
    isRise,
    isHurried: isRise && compareLevels(level, 'caution') > 0,
  };
}

/**
 * Returns the reading of a classic account of which some product types are read and others still awaited; null before
 * the account's first reading.
 */
export function updatePartialReading(
  account: Account,
  before: Readings,
  answers: ProductResponses,
  moment: RoundTime,
): AccountReading | null {
  const known = before.accounts[account.id];
  if (known?.revision !== account.revision || known.family !== 'classic') return null;
  const { margin, positions } = updateReading(account, before, { family: 'classic', answers }, moment);
  return { ...known, margin: { ...known.margin, ...margin }, positions: { ...known.positions, ...positions } };
}
