import type { Position } from '../../lib/domain/margin/position.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { contractUrl } from '../../lib/domain/view/bitget-links.ts';
import type { PositionRow } from '../../lib/domain/view/position-row.ts';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';

type Props = {
  readonly row: PositionRow;
  readonly position: Position;
  readonly card: Pick<Card, 'account' | 'margin'>;
  /** Makes the name a button that unfolds more; absent where there is no more. */
  readonly unfolding?: { readonly isOpen: boolean; readonly controls: string; onToggle(): void };
};

/** The two lines of a position: its name and distance, its PnL, and a link to its contract at Bitget. */
export function PositionSummary({ row, position, card: { account, margin }, unfolding }: Props) {
  const i18n = useI18n();
  const url = contractUrl(margin.product, position, account.demo);
  return (
    <>
      <p class="name" title={`${row.symbol} ${row.details}`}>
        {unfolding ? (
          <button
            type="button"
            class="unfold"
            aria-expanded={unfolding.isOpen}
            aria-controls={unfolding.isOpen ? unfolding.controls : undefined}
            onClick={unfolding.onToggle}
          >
            <b>{row.symbol}</b>
            <Icon name="chevron" />
          </button>
        ) : (
          <b>{row.symbol}</b>
        )}{' '}
        <span>{row.details}</span>
      </p>
      <p class="way" title={`${row.distance} ${row.price}`}>
        <span class="bar" style={{ '--at': `${row.fill}%` }} aria-hidden="true" />
        <b>{row.distance}</b>
        {row.price && <span>{row.price}</span>}
      </p>
      <p class={`gain ${row.pnl.tone ?? ''}`} title={row.pnl.title}>
        {row.pnl.text}
        <small>{row.pnlPercent}</small>
      </p>
      {url && (
        <a
          class="go"
          href={url}
          target="_blank"
          rel="noreferrer"
          aria-label={i18n.t('position_open', position.symbol)}
          title={i18n.t('position_open', position.symbol)}
        >
          <Icon name="window" />
        </a>
      )}
    </>
  );
}
