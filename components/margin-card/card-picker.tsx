import type { Card } from '../../lib/domain/portfolio/card.ts';
import { productLabel } from '../../lib/domain/view/labels.ts';
import { SegmentedControl } from '../form/segmented-control.tsx';
import { useI18n } from '../ui/i18n.ts';
import { LevelIcon } from '../ui/level-icon.tsx';

type Props = { readonly cards: readonly Card[]; readonly chosen: Card; onPick(card: Card): void };

/** Selects one margin account of an account. Empty margin accounts are left out. */
export function CardPicker({ cards, chosen, onPick }: Props) {
  const i18n = useI18n();
  const shownCards = cards.filter((card) => !card.empty || card === chosen);
  if (shownCards.length < 2) return null;
  const options = shownCards.map(({ key, margin, level }) => ({
    value: key,
    text: (
      <>
        <span class={`worst ${level}`}>
          <LevelIcon level={level} />
        </span>{' '}
        {margin.coin} {productLabel(margin.product, i18n)}
      </>
    ),
  }));
  const pick = (key: string) => {
    const card = shownCards.find((each) => each.key === key);
    if (card) onPick(card);
  };
  return <SegmentedControl label={i18n.t('margin_accounts')} options={options} chosen={chosen.key} onChoose={pick} />;
}
