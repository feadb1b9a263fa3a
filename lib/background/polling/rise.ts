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
 * Returns whether a reading shows a higher level than `before`, and at least a caution. The rest of a round may take
 * long, so such a reading does not wait for it.
 */
export function isRise(account: Account, reading: AccountReading, before: Level, settings: Settings): boolean {
  const level = worstLastKnownLevel(buildOwnCards(account, reading, settings));
  return compareLevels(level, before) > 0 && compareLevels(level, 'unknown') > 0;
}

/** Returns a reading with the danger to remember while a part of the figures is unknown. */
export function withLastKnown(account: Account, reading: AccountReading, settings: Settings): AccountReading {
  const { lastKnown: before, ...rest } = reading;
  const cards = buildOwnCards(account, reading, settings);
  const lastKnown = rememberDanger(cards, before, settings, Math.max(0, ...cards.map(({ at }) => at)));
  return lastKnown ? { ...rest, lastKnown } : rest;
}

/** Levels are independent of the time here. */
function buildOwnCards(account: Account, reading: AccountReading, settings: Settings) {
  const readings = { clockOffset: 0, accounts: { [account.id]: reading } };
  return buildCards({ accounts: [account], readings, settings }, 0);
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
