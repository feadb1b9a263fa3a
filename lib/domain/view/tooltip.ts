import { HIDDEN, money, percent, timeOfDay, UNKNOWN } from '../i18n/format.ts';
import type { Words } from '../i18n/i18n.ts';
import { summaryOf } from '../margin/summary.ts';
import { type Card, cardsOf, type Watched } from '../portfolio/card.ts';
import { troublesOf } from '../portfolio/issues.ts';
import { lostOf } from '../portfolio/lost-accounts.ts';
import { explain } from './failure-text.ts';
import { productLabel } from './labels.ts';

/**
 * A line for each account: its riskiest margin account, what is available there, when that was read, and what is wrong.
 * `cards` are those of `watched` at `now`.
 */
export function tooltipOf(watched: Watched, now: number, words: Words, cards = cardsOf(watched, now)): string {
  const { accounts, settings } = watched;
  if (accounts.length === 0) return words.text('tooltip_none');
  const troubles = troublesOf(watched);
  const lost = lostOf(watched, now).map(({ account }) => account);
  return accounts
    .map((account) => {
      const trouble = troubles.find((each) => each.account === account);
      const card =
        cards.find((each) => each.account === account && !each.empty) ?? cards.find((each) => each.account === account);
      // That all is locked is said once, above.
      const said =
        trouble &&
        trouble.failure.kind !== 'locked' &&
        (trouble.needsUser || trouble.failure.kind === 'liquidating' || !card || card.stale)
          ? explain(trouble.failure, words).title
          : '';
      return [
        account.label,
        ...(card ? line(card, settings.hideAmounts, now, words) : []),
        lost.includes(account) ? words.text('lost_short') : '',
        said || (card ? '' : words.text('waiting')),
      ]
        .filter(Boolean)
        .join(' · ');
    })
    .join('\n');
}

function line(card: Card, hidden: boolean, now: number, words: Words): string[] {
  const { margin, risk, level, at } = card;
  const shown = hidden ? HIDDEN : money(summaryOf(margin).available, margin.coin, words);
  return [
    `${productLabel(margin.product, words)} ${level === 'unknown' ? UNKNOWN : percent(risk.rate, words)}`,
    words.text('tooltip_available', shown, margin.coin),
    // A tooltip does not age: the time at which it was read stays true.
    words.text('tooltip_read', timeOfDay(at, now, words)),
  ];
}
