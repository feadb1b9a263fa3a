import type { ComponentChildren } from 'preact';
import { buildCards, type Card, type Portfolio } from '../../lib/domain/portfolio/card.ts';
import { listUnreadPositions } from '../../lib/domain/view/unread-positions.ts';
import { CardSections } from '../margin-card/card-sections.tsx';
import { MarginCard } from '../margin-card/margin-card.tsx';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly portfolio: Portfolio;
  readonly now: number;
  /** The next steps: find the button, try an alert. */
  readonly children?: ComponentChildren;
  onDone(): void;
};

/** The popup shows the others. */
const MAX_CARDS = 3;

/** The first figures of the first account, and where to find them later. */
export function FirstReading({ portfolio, now, children, onDone }: Props) {
  const i18n = useI18n();
  return (
    <div class="panel first">
      <p>{i18n.t('first_text')}</p>
      <div class="first-cards">
        {selectCards(buildCards(portfolio, now)).map((card) => (
          <MarginCard
            key={card.key}
            card={card}
            settings={portfolio.settings}
            now={now}
            unread={listUnreadPositions(portfolio, card)}
            Sections={CardSections}
          />
        ))}
      </div>
      {children}
      <button type="button" class="primary" onClick={onDone}>
        {i18n.t('first_done')}
      </button>
    </div>
  );
}

/** Returns the riskiest filled cards. If all are empty, returns one, which shows that the account was read. */
function selectCards(cards: readonly Card[]): readonly Card[] {
  const filled = cards.filter(({ empty }) => !empty);
  return filled.length > 0 ? filled.slice(0, MAX_CARDS) : cards.slice(0, 1);
}
