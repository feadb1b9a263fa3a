import { UNKNOWN } from '../../lib/domain/i18n/format.ts';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import type { MarginAccount } from '../../lib/domain/margin/margin-account.ts';
import { summarize } from '../../lib/domain/margin/summary.ts';
import { type Amount, isKnown, isZero } from '../../lib/domain/money/amount.ts';
import { type DisplayAmount, formatAmount } from '../../lib/domain/view/amount-view.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly margin: MarginAccount;
  readonly hidden: boolean;
  /** Shows the available balance of Bitget's API too, as the second figure. */
  readonly inFull?: boolean;
};

/** The main figures of a card in columns. They wrap when a figure is too long for its column. */
export function CardFigures({ margin, hidden, inFull = false }: Props) {
  const i18n = useI18n();
  const { freeMargin, shortfall, available, equity, pnl } = summarize(margin);
  const isUnified = margin.product === 'UNIFIED';
  const format = (value: Amount, as: 'cut' | 'signed') => formatAmount(value, { coin: margin.coin, hidden, as }, i18n);
  const figures: readonly Figure[] = [
    {
      label: 'card_free',
      title: isUnified ? 'head_unified_available_title' : 'head_free_title',
      shown: format(freeMargin, 'cut'),
      note:
        isKnown(shortfall) && !isZero(shortfall) && !hidden
          ? i18n.t('card_short', format(shortfall, 'cut').text)
          : undefined,
    },
    ...(inFull && !isUnified
      ? [{ label: 'figure_available', title: 'head_available_title', shown: format(available, 'cut') } as const]
      : []),
    { label: 'figure_accountEquity', shown: format(equity, 'cut') },
    { label: 'head_pnl', shown: format(pnl, 'signed') },
  ];
  return (
    <dl key={String(hidden)} class="headline">
      {figures.map(({ label, title, shown, note }) => (
        <div key={label}>
          <dt title={title && i18n.t(title)}>{i18n.t(label)}</dt>
          <dd class={shown.text === UNKNOWN ? 'unread' : undefined}>
            <span class={shown.tone} title={shown.title}>
              {shown.text}
            </span>
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Figure = {
  readonly label: MessageKey;
  readonly title?: MessageKey;
  readonly shown: DisplayAmount;
  readonly note?: string | undefined;
};
