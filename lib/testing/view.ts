import { formatMoment } from '../domain/i18n/format.ts';
import { summarize } from '../domain/margin/summary.ts';
import { buildCards, type Card, type Portfolio } from '../domain/portfolio/card.ts';
import { collectIssues, isUnread } from '../domain/portfolio/issues.ts';
import { findUnmonitored } from '../domain/portfolio/lost-accounts.ts';
import { computeTotals } from '../domain/portfolio/totals.ts';
import { formatAmount } from '../domain/view/amount-view.ts';
import { describeFailure } from '../domain/view/failure-text.ts';
import { groupIssues } from '../domain/view/issue-notes.ts';
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
      ...findUnmonitored(portfolio, now).map(({ account, since }) =>
        english.t('lost', account.label, formatMoment(since, now, english)),
      ),
      ...groupIssues(collectIssues(portfolio), english).map(({ where, failure }) => {
        const said = describeFailure(failure, english);
        return `${english.t('note_title', where, said.title)} ${said.advice}`;
      }),
    ],
    cards: cards.map(showCard),
    isMixed: computeTotals(cards, isUnread(portfolio, 'empty') || isUnread(portfolio, 'failed')).mixed,
  };
}

function showCard(card: Card) {
  const { margin, stale: isStale, level } = card;
  const { text } = formatAmount(summarize(margin).available, { coin: margin.coin, hidden: false, as: 'cut' }, english);
  return { name: cardName(card, english), available: text, isStale, level };
}
