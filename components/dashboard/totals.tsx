import type { ComponentChildren } from 'preact';
import { formatClock } from '../../lib/domain/i18n/format.ts';
import type { Total, Totals } from '../../lib/domain/portfolio/totals.ts';
import { formatAmount } from '../../lib/domain/view/amount-view.ts';
import { ChangingText } from '../ui/changing-text.tsx';
import { Chip } from '../ui/chip.tsx';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly totals: Totals;
  readonly hidden: boolean;
  /** All counted figures are stale. */
  readonly stale: boolean;
  readonly waiting: boolean;
  /** All figures are sample data. */
  readonly isSampleData: boolean;
  /** The total in the user's additional coin. */
  readonly converted: ComponentChildren;
  /** The course of the total, and its change. Their room is reserved. */
  readonly line: ComponentChildren;
  readonly change: ComponentChildren;
  /** Content beside the label of the total. */
  readonly children: ComponentChildren;
};

/** The most characters that fit beside the equity line in large letters. */
const LONG_TOTAL = 13;

/** The total value of all accounts, with chips for everything that limits its meaning. */
export function TotalsHeader(props: Props) {
  const { totals, hidden, stale, waiting, isSampleData, converted, line, change, children } = props;
  const i18n = useI18n();
  const { usdt, btc, pnl, demo, mixed, oldest } = totals;
  const format = ({ value }: Total, coin: string, as: 'cut' | 'signed' = 'cut') =>
    formatAmount(value ?? { raw: null }, { coin, hidden, as }, i18n);
  const total = format(usdt, 'USDT').text;
  const profit = format(pnl, 'USDT', 'signed');
  const inBitcoin = i18n.t('total_coin', format(btc, 'BTC').text, 'BTC');
  return (
    <div class={stale ? 'sum stale' : 'sum'}>
      <div class="caption">
        <h1 class={waiting ? 'unseen' : undefined} title={i18n.t('total_label')}>
          {i18n.t('total_label')}
        </h1>
        {children}
      </div>
      <p
        key={`total ${hidden}`}
        class={total.length > LONG_TOTAL ? 'total long' : 'total'}
        title={oldest !== null ? i18n.t('as_of', formatClock(oldest, i18n)) : undefined}
      >
        <span>
          <ChangingText text={total} /> <small>USDT</small>
        </span>
        {isSampleData && <Chip name="sample" />}
        {demo && <Chip name="only_demo" />}
        {usdt.value !== null && !usdt.complete && (
          <Chip name={usdt.gap === 'assets' ? 'partial_assets' : 'partial'} tone="caution" />
        )}
        {mixed && <Chip name="mixed" tone="caution" />}
      </p>
      {line}
      <p key={`sub ${hidden}`} class="sub">
        {/* Parts that do not fit in the line are left out, the last one first. */}
        <span class="figures">
          <span title={profit.title}>
            {i18n.t('total_pnl')} <b class={profit.tone}>{profit.text}</b>
          </span>
          {converted}
          <span title={inBitcoin}>{inBitcoin}</span>
        </span>
        {change}
      </p>
    </div>
  );
}
