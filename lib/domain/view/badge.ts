import { formatCompact } from '../i18n/compact-number.ts';
import { toPercent } from '../i18n/format.ts';
import type { Level } from '../margin/risk.ts';
import { type Valued, valueInUsdt } from '../margin/summary.ts';
import { isKnown, sum } from '../money/amount.ts';
import { buildCards, type Card, type Portfolio, worstLevel } from '../portfolio/card.ts';
import { collectIssues, findLiquidating, isUnread } from '../portfolio/issues.ts';
import { findUnmonitored } from '../portfolio/lost-accounts.ts';
import { cardsInTotals, leavesOutAssets } from '../portfolio/totals.ts';

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
 * Shows the worst state of all accounts, in this order: an alert that the browser rejected (`!`), danger or a
 * liquidation (`!` on the danger background), a warning, a problem that only the user can fix (`!`), an account that is
 * no longer monitored (`—`), a caution, unknown figures (`—`). Unknown figures replace a calm one, which would flatter.
 * The user's choice of content applies to known levels below danger. `cards` are those of the portfolio at `now`.
 */
export function buildBadge(
  portfolio: Portfolio,
  now: number,
  refused = false,
  cards = buildCards(portfolio, now),
): Badge {
  if (portfolio.accounts.length === 0) return { text: '', tone: 'none' };
  const level = worstLevel(cards);
  if (refused) return { text: '!', tone: 'act' };
  if (level === 'danger') return { text: formatWorstRisk(cards), tone: level };
  if (findLiquidating(portfolio).length > 0) return { text: '!', tone: 'danger' };
  if (level === 'warning') return buildChosenBadge(portfolio, cards, level);
  if (collectIssues(portfolio).some(({ needsUser }) => needsUser)) return { text: '!', tone: 'act' };
  if (findUnmonitored(portfolio, now).length > 0) return { text: UNKNOWN_TEXT, tone: 'unknown' };
  if (level === 'caution') return buildChosenBadge(portfolio, cards, level);
  if (isUnread(portfolio, 'failed')) return { text: UNKNOWN_TEXT, tone: 'unknown' };
  if (isUnread(portfolio, 'empty')) return { text: '…', tone: 'waiting' };
  return level === 'unknown' ? { text: UNKNOWN_TEXT, tone: 'unknown' } : buildChosenBadge(portfolio, cards, level);
}

/** Locked: show no figure, because it would suggest that polling continues. */
export const LOCKED_BADGE: Badge = { text: '🔒', tone: 'act' };

const UNKNOWN_TEXT = '—';
const MAX_PERCENT = 999;

/** Returns the content that the user chose; percentages when amounts are hidden. */
function buildChosenBadge({ settings }: Portfolio, cards: readonly Card[], level: Level): Badge {
  const { badge, hideAmounts } = settings;
  switch (badge) {
    case 'off':
      return { text: '', tone: level };
    case 'risk':
      return { text: formatWorstRisk(cards), tone: level };
    case 'available':
    case 'equity':
    case 'pnl':
      return { text: hideAmounts ? formatWorstRisk(cards) : formatSum(cards, badge), tone: level };
  }
}

/** The text of the riskiest card, which comes first. */
function formatWorstRisk([worst]: readonly Card[]): string {
  const rate = worst?.risk.rate ?? null;
  const percent = rate === null ? 0 : Number(toPercent(rate, 0));
  return percent > MAX_PERCENT ? `${MAX_PERCENT}+` : `${percent}%`;
}

/** The sum that the popup's totals count, in USDT; a dash when a part is unknown or left out. */
function formatSum(cards: readonly Card[], choice: Valued): string {
  const counted = cardsInTotals(cards);
  const amounts = counted.map(({ margin }) => valueInUsdt(margin, choice));
  if (choice !== 'pnl' && counted.some((card) => leavesOutAssets(card, cards))) return UNKNOWN_TEXT;
  const known = amounts.filter(isKnown);
  return known.length < amounts.length ? UNKNOWN_TEXT : formatCompact(sum(known), choice === 'pnl');
}
