import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import type { Card, Portfolio } from '../../lib/domain/portfolio/card.ts';
import { cardName } from '../../lib/domain/view/labels.ts';
import { useI18n } from '../ui/i18n.ts';
import { CardFigures } from './card-figures.tsx';
import type { CardSections } from './card-sections.tsx';
import { CardTitle } from './card-title.tsx';
import { RiskMeter } from './risk-meter.tsx';

type Props = {
  readonly card: Card;
  readonly settings: Pick<Portfolio['settings'], 'thresholds' | 'near' | 'hideAmounts'>;
  readonly now: number;
  /** The message about unknown positions; null when all relevant positions are known. */
  readonly unread: MessageKey | null;
  /** The coins and positions; undefined until they are loaded. */
  readonly Sections: typeof CardSections | undefined;
  /** Opens the details. Absent where there are none. */
  onOpen?(): void;
};

/** One margin account: its level, both measures, its main figures, its coins and the positions nearest to liquidation. */
export function MarginCard({ card, settings, now, unread, Sections, onOpen }: Props) {
  const i18n = useI18n();
  const { margin, stale, shown } = card;
  return (
    <article class={`card ${shown.level}${stale ? ' stale' : ''}`} aria-label={cardName(card, i18n)}>
      <CardTitle card={card} now={now} onOpen={onOpen} />
      <RiskMeter card={card} settings={settings} />
      <CardFigures margin={margin} hidden={settings.hideAmounts} />
      {unread && <p class="note">{i18n.t(unread)}</p>}
      {Sections && <Sections card={card} near={settings.near} hidden={settings.hideAmounts} isOld={unread !== null} />}
    </article>
  );
}

/** Returns whether a card has content of `CardSections`. */
export function hasSections({ margin, positions }: Card): boolean {
  return positions.length > 0 || (margin.product === 'UNIFIED' && margin.assets.length > 0);
}
