import { formatMoney, formatPercent, HIDDEN, timeOfDay, UNKNOWN } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';
import { summarize } from '../margin/summary.ts';
import { buildCards, type Card, type Portfolio } from '../portfolio/card.ts';
import { collectIssues } from '../portfolio/issues.ts';
import { findUnmonitored } from '../portfolio/lost-accounts.ts';
import { describeFailure } from './failure-text.ts';
import { productLabel } from './labels.ts';

/**
 * One line per account: its riskiest margin account, the available balance, the time of reading, and any problem.
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
        said || (card ? '' : i18n.t('waiting')),
      ]
        .filter(Boolean)
        .join(' · ');
    })
    .join('\n');
}

function formatLine(card: Card, hidden: boolean, now: number, i18n: I18n): string[] {
  const { margin, risk, level, at } = card;
  const shown = hidden ? HIDDEN : formatMoney(summarize(margin).available, margin.coin, i18n);
  return [
    `${productLabel(margin.product, i18n)} ${level === 'unknown' ? UNKNOWN : formatPercent(risk.rate, i18n)}`,
    i18n.t('tooltip_available', shown, margin.coin),
    // A tooltip does not update, so it shows a time instead of an age.
    i18n.t('tooltip_read', timeOfDay(at, now, i18n)),
  ];
}
