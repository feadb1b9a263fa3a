import { formatMoment } from '../domain/i18n/format.ts';
import { summarize } from '../domain/margin/summary.ts';
import { buildCards, type Card, type Portfolio } from '../domain/portfolio/card.ts';
import { collectIssues, isUnread } from '../domain/portfolio/issues.ts';
import { findUnmonitored } from '../domain/portfolio/lost-accounts.ts';
import { computeTotals } from '../domain/portfolio/totals.ts';
import { describeFailure } from '../domain/troubleshooting/failure-text.ts';
import { formatAmount } from '../domain/view/amount-view.ts';
import { describeUnmonitored, groupIssues } from '../domain/view/issue-notes.ts';
import { cardName } from '../domain/view/labels.ts';
import { english } from './english-i18n.ts';

/** The popup's view of the stored state, in English. */
export type View = {
  /** The notices of the status region. */
  readonly notices: readonly string[];
  readonly cards: readonly {
    readonly name: string;
    readonly available: string;
    readonly isStale: boolean;
    readonly level: string;
  }[];
  /** The sum combines fresh and stale figures. */
  readonly isMixed: boolean;
};

/** Renders the stored state as the popup's report, sum and cards do. */
export function readView(portfolio: Portfolio, isUnstored: boolean, now: number): View {
  const cards = buildCards(portfolio, now);
  return {
    notices: [
      ...(isUnstored ? [`${english.t('storage')} ${english.t('storage_full_advice')}`] : []),
      ...listNotices(portfolio, now),
    ],
    cards: cards.map(showCard),
    isMixed: computeTotals(cards, isUnread(portfolio, 'empty') || isUnread(portfolio, 'failed')).mixed,
  };
}

function listNotices(portfolio: Portfolio, now: number): readonly string[] {
  const [issues, unmonitored] = [collectIssues(portfolio), findUnmonitored(portfolio, now)];
  const silent = describeUnmonitored(unmonitored, issues, english);
  const lost = (where: string, since: number) => english.t('lost', where, formatMoment(since, now, english));
  return [
    ...(silent ? [lost(silent.where, silent.since)] : []),
    ...groupIssues(issues, unmonitored, english).map(({ where, failure, lostSince }) => {
      const said = describeFailure(failure, english);
      const title = lostSince === null ? english.t('note_title', where, said.title) : lost(where, lostSince);
      return lostSince === null ? `${title} ${said.advice}` : `${title} ${said.title}`;
    }),
  ];
}

function showCard(card: Card) {
  const { margin, stale: isStale, level } = card;
  const { text } = formatAmount(summarize(margin).available, { coin: margin.coin, hidden: false, as: 'cut' }, english);
  return { name: cardName(card, english), available: text, isStale, level };
}
