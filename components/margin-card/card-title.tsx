import type { Card } from '../../lib/domain/portfolio/card.ts';
import { productLabel } from '../../lib/domain/view/labels.ts';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';
import { AccountChips } from './account-chips.tsx';
import { CardLevel } from './card-level.tsx';

type Props = {
  readonly card: Card;
  readonly now: number;
  /** Opens the details. Absent where there are none. */
  readonly onOpen?: (() => void) | undefined;
};

/** The margin coin and its account, or the label of a unified account, and the level as a word with its shape. */
export function CardTitle({ card, now, onOpen }: Props) {
  const i18n = useI18n();
  const { account, margin } = card;
  const isUnified = margin.product === 'UNIFIED';
  const title = isUnified ? account.label : margin.coin;
  const owner = isUnified ? i18n.t('card_unified') : productLabel(margin.product, i18n);
  return (
    <div class="title">
      <h2>
        {onOpen ? (
          <button
            type="button"
            class="open"
            data-stop={card.key}
            title={title}
            aria-label={i18n.t('details_of', title)}
            onClick={onOpen}
          >
            <bdi>{title}</bdi>
            <Icon name="chevron" />
          </button>
        ) : (
          <bdi title={title}>{title}</bdi>
        )}
      </h2>
      <p class="owner" title={isUnified ? owner : `${owner} · ${account.label}`}>
        {owner}
        {!isUnified && (
          <>
            {' · '}
            <bdi>{account.label}</bdi>
          </>
        )}
      </p>
      <AccountChips card={card} />
      <CardLevel card={card} now={now} />
    </div>
  );
}
