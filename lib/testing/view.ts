import { moment } from '../domain/i18n/format.ts';
import { summaryOf } from '../domain/margin/summary.ts';
import { type Card, cardsOf, type Watched } from '../domain/portfolio/card.ts';
import { isUnread, troublesOf } from '../domain/portfolio/issues.ts';
import { lostOf } from '../domain/portfolio/lost-accounts.ts';
import { totalsOf } from '../domain/portfolio/totals.ts';
import { amountShown } from '../domain/view/amount-view.ts';
import { explain } from '../domain/view/failure-text.ts';
import { notesOf } from '../domain/view/issue-notes.ts';
import { cardName } from '../domain/view/labels.ts';
import { english } from './english-i18n.ts';

/** What the popup makes of what is stored, in English. */
export type View = {
  /** The notices of the status region. */
  readonly notices: readonly string[];
  readonly cards: readonly {
    readonly name: string;
    readonly available: string;
    readonly isStale: boolean;
    readonly level: string;
  }[];
  /** The sum is made of fresh and of stale figures. */
  readonly isMixed: boolean;
};

/** Reads what is stored as the popup's report, its sum and its cards do. */
export function readView(watched: Watched, isUnstored: boolean, now: number): View {
  const cards = cardsOf(watched, now);
  const { title, advice } = explain({ kind: 'storage' }, english);
  return {
    notices: [
      ...(isUnstored ? [`${title} ${advice}`] : []),
      ...lostOf(watched, now).map(({ account, since }) =>
        english.text('lost', account.label, moment(since, now, english)),
      ),
      ...notesOf(troublesOf(watched), english).map(({ where, failure }) => {
        const said = explain(failure, english);
        return `${english.text('note_title', where, said.title)} ${said.advice}`;
      }),
    ],
    cards: cards.map(showCard),
    isMixed: totalsOf(cards, isUnread(watched, 'empty') || isUnread(watched, 'failed')).mixed,
  };
}

function showCard(card: Card) {
  const { margin, stale: isStale, level } = card;
  const { text } = amountShown(summaryOf(margin).available, { coin: margin.coin, hidden: false, as: 'cut' }, english);
  return { name: cardName(card, english), available: text, isStale, level };
}
