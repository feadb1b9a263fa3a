import type { Level } from '../margin/risk.ts';
import { findHiddenDanger } from '../portfolio/account-danger.ts';
import { buildCards, type Card, type Portfolio, worstLevel } from '../portfolio/card.ts';
import { collectIssues, findLiquidating, isUnread } from '../portfolio/issues.ts';
import { findUnmonitored } from '../portfolio/lost-accounts.ts';
import {
  formatNearest,
  formatStaleRisk,
  formatSum,
  formatWorstRisk,
  highestPercent,
  UNKNOWN_TEXT,
} from './badge-text.ts';

/** The toolbar badge: at most four characters on the background color of a tone. */
export type Badge = { readonly text: string; readonly tone: Tone };
export type Tone = Level | 'act' | 'waiting' | 'none';

/**
 * Backgrounds of the white badge text: colors of the light theme that color-blind readers can distinguish
 * (`tools/conventions/contrast.test.ts`).
 */
export const BADGE_COLORS: Record<Tone, string> = {
  safe: '#006f8c',
  caution: '#8a6200',
  warning: '#843000',
  danger: '#bc0040',
  unknown: '#57606d',
  act: '#bc0040',
  waiting: '#57606d',
  none: '#57606d',
};

/**
 * Shows the worst state of all accounts, in this order: danger, stale danger (`95%?`, then `!` once it is no longer
 * monitored; the same if its figures are fresh but cannot be read), an alert that the browser rejected (`!`), a liquidation (`!` on the danger background), a warning, a
 * problem that only the user can fix (`!`), a stale warning (`85%?`), an account that is no longer monitored, a caution, unknown figures. Where
 * something is unknown, a calm figure would flatter: the badge then shows what the risk is at least (`>42%`), or a
 * dash. The user's choice of content applies to known levels below danger, and a chosen distance also in danger.
 * `cards` are those of the portfolio at `now`.
 */
export function buildBadge(
  portfolio: Portfolio,
  now: number,
  refused = false,
  cards = buildCards(portfolio, now),
): Badge {
  if (portfolio.accounts.length === 0) return { text: '', tone: 'none' };
  const level = worstLevel(cards);
  const unmonitored = findUnmonitored(portfolio, now).map(({ account }) => account);
  const staleDangers = cards.filter(({ stale, lastKnownLevel }) => stale && lastKnownLevel === 'danger');
  if (level === 'danger') return buildDangerBadge(portfolio, cards);
  if (staleDangers.some(({ account }) => unmonitored.includes(account))) return { text: '!', tone: 'danger' };
  if (staleDangers.length > 0) return { text: formatStaleRisk(staleDangers), tone: 'danger' };
  const hidden = portfolio.accounts.map((account) =>
    findHiddenDanger(
      account,
      cards.filter((card) => card.account === account),
      portfolio,
      now,
    ),
  );
  if (hidden.includes('lost')) return { text: '!', tone: 'danger' };
  if (hidden.includes('recent')) return { ...buildUnknownBadge(cards), tone: 'danger' };
  if (refused) return ACT_BADGE;
  if (findLiquidating(portfolio).length > 0) return { text: '!', tone: 'danger' };
  if (level === 'warning') return buildChosenBadge(portfolio, cards, level);
  if (collectIssues(portfolio).some(({ needsUser }) => needsUser)) return ACT_BADGE;
  const staleWarnings = cards.filter(
    ({ stale, lastKnownLevel, account }) => stale && lastKnownLevel === 'warning' && !unmonitored.includes(account),
  );
  if (staleWarnings.length > 0) return { text: formatStaleRisk(staleWarnings), tone: 'warning' };
  if (unmonitored.length > 0) return buildUnknownBadge(cards);
  if (level === 'caution') return buildChosenBadge(portfolio, cards, level);
  if (isUnread(portfolio, 'failed')) return buildUnknownBadge(cards);
  if (isUnread(portfolio, 'empty')) return { text: '…', tone: 'waiting' };
  // Absence is not safety: Bitget lists no margin account.
  return level === 'unknown' || cards.length === 0
    ? buildUnknownBadge(cards)
    : buildChosenBadge(portfolio, cards, level);
}

/** Only the user can fix something. */
export const ACT_BADGE: Badge = { text: '!', tone: 'act' };

/** Locked: show no figure, because it would suggest that polling continues. */
export const LOCKED_BADGE: Badge = { text: '🔒', tone: 'act' };

/** Returns the content that the user chose; percentages when amounts are hidden. */
function buildChosenBadge({ settings }: Portfolio, cards: readonly Card[], level: Level): Badge {
  const { badge, hideAmounts } = settings;
  switch (badge) {
    case 'off':
      return { text: '', tone: level };
    case 'risk':
      return { text: formatWorstRisk(cards), tone: level };
    case 'distance':
      return { text: formatNearest(cards), tone: level };
    case 'freeMargin':
    case 'available':
    case 'equity':
    case 'pnl':
      return { text: hideAmounts ? formatWorstRisk(cards) : formatSum(cards, badge), tone: level };
  }
}

function buildDangerBadge({ settings }: Portfolio, cards: readonly Card[]): Badge {
  const isNear = cards.some(({ distanceLevel }) => distanceLevel === 'danger');
  return {
    text: settings.badge === 'distance' && isNear ? formatNearest(cards) : formatWorstRisk(cards),
    tone: 'danger',
  };
}

/** The known risks at their least, rounded down; a dash without one. */
function buildUnknownBadge(cards: readonly Card[]): Badge {
  const percent = Math.floor(highestPercent(cards));
  return { text: percent >= 1 ? `>${percent}%` : UNKNOWN_TEXT, tone: 'unknown' };
}
