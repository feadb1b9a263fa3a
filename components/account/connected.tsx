import type { Account } from '../../lib/domain/account/account.ts';
import { HIDDEN, money, percent, UNKNOWN } from '../../lib/domain/i18n/format.ts';
import { summaryOf } from '../../lib/domain/margin/summary.ts';
import type { Standing } from '../../lib/domain/portfolio/account-status.ts';
import { productLabel } from '../../lib/domain/view/labels.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = { readonly account: Account; readonly standing: Standing; readonly hidden: boolean };

/** Says that an account works, and proves it with its first figures. */
export function Connected({ account, standing: { card }, hidden }: Props) {
  const words = useI18n();
  const said = words.text('connected', account.label);
  if (!card) return <>{said}</>;
  const { margin, level, risk } = card;
  const available = hidden ? HIDDEN : money(summaryOf(margin).available, margin.coin, words);
  const rate = level === 'unknown' ? UNKNOWN : percent(risk.rate, words);
  return (
    <>
      {said} {/* These go on changing; that it is connected is said once. */}
      <span aria-live="off">
        {productLabel(margin.product, words)}: {words.text('tooltip_available', available, margin.coin)} ·{' '}
        {words.text('risk_short', rate)}
      </span>
    </>
  );
}
