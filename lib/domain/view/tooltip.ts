import type { Account } from '../account/account.ts';
import { formatDistance, formatMoney, formatPercent, HIDDEN, timeOfDay, UNKNOWN } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';
import { summarize } from '../margin/summary.ts';
import { type Amount, isKnown, isZero } from '../money/amount.ts';
import { buildCards, type Card, type Portfolio } from '../portfolio/card.ts';
import { collectIssues, isUnread } from '../portfolio/issues.ts';
import { findUnmonitored } from '../portfolio/lost-accounts.ts';
import { describeFailure } from '../troubleshooting/failure-text.ts';
import { ARROWS } from './distance-gauge.ts';

/**
 * One line per account: the distance, the ratio and the free margin of its riskiest margin account, the time of reading,
 * and any problem.
 * `cards` are those of the portfolio at `now`.
 */
export function buildTooltip(
  portfolio: Portfolio,
  now: number,
  i18n: I18n,
  cards = buildCards(portfolio, now),
): string {
  const { accounts, settings } = portfolio;
  if (accounts.length === 0) return i18n.t('tooltip_none');
  const issues = collectIssues(portfolio);
  const lost = findUnmonitored(portfolio, now).map(({ account }) => account);
  return accounts
    .map((account) => {
      const issue = issues.find((each) => each.account === account);
      const card =
        cards.find((each) => each.account === account && !each.empty) ?? cards.find((each) => each.account === account);
      // The first line already reports the lock.
      const said =
        issue &&
        issue.failure.kind !== 'locked' &&
        (issue.needsUser || issue.failure.kind === 'liquidating' || !card || card.stale)
          ? describeFailure(issue.failure, i18n).title
          : '';
      return [
        account.label,
        ...(card ? formatLine(card, settings.hideAmounts, now, i18n) : []),
        lost.includes(account) ? i18n.t('lost_short') : '',
        said || (card ? '' : i18n.t(isRead(portfolio, account) ? 'nothing_listed' : 'waiting')),
      ]
        .filter(Boolean)
        .join(' · ');
    })
    .join('\n');
}

/** Bitget responded for every product type. */
function isRead(portfolio: Portfolio, account: Account): boolean {
  const own = { ...portfolio, accounts: [account] };
  return !isUnread(own, 'empty') && !isUnread(own, 'failed');
}

/** `↓ 2.8% to liquidation`, `ratio 42.3%`, `free 7,056.53 USDT`, `read 14:05:12`. */
function formatLine(card: Card, hidden: boolean, now: number, i18n: I18n): string[] {
  const { margin, risk, nearest, rateLevel, at } = card;
  const { freeMargin, shortfall } = summarize(margin);
  const { coin } = margin;
  const shown = (value: Amount) => (hidden ? HIDDEN : formatMoney(value, coin, i18n));
  const isShort = isKnown(shortfall) && !isZero(shortfall);
  return [
    ...(nearest === 'none' ? [] : [i18n.t('position_away', formatNearest(card, i18n))]),
    i18n.t('tooltip_ratio', rateLevel === 'unknown' ? UNKNOWN : formatPercent(risk.rate, i18n)),
    i18n.t('tooltip_free', shown(freeMargin), coin),
    ...(isShort ? [i18n.t('tooltip_short', shown(shortfall), coin)] : []),
    // A tooltip does not update, so it shows a time instead of an age.
    i18n.t('tooltip_read', timeOfDay(at, now, i18n)),
  ];
}

/** `↓ 2.8%`; a dash when unknown or without a liquidation price. */
function formatNearest({ nearest, distanceLevel }: Card, i18n: I18n): string {
  if (typeof nearest === 'string' || distanceLevel === 'unknown') return UNKNOWN;
  const known = formatDistance(nearest.distance, i18n);
  return `${ARROWS[nearest.direction]} ${nearest.isComplete ? known : i18n.t('at_most', known)}`;
}
