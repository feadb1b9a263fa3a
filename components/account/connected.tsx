import type { Account } from '../../lib/domain/account/account.ts';
import { formatMoney, formatPercent, HIDDEN, UNKNOWN } from '../../lib/domain/i18n/format.ts';
import { summarize } from '../../lib/domain/margin/summary.ts';
import type { AccountStatus } from '../../lib/domain/portfolio/account-status.ts';
import { productLabel } from '../../lib/domain/view/labels.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = { readonly account: Account; readonly status: AccountStatus; readonly hidden: boolean };

/** Confirms that an account is connected, with its first figures. */
export function Connected({ account, status: { card }, hidden }: Props) {
  const i18n = useI18n();
  const confirmation = i18n.t('connected', account.label);
  if (!card) return <>{confirmation}</>;
  const { margin, rateLevel, risk } = card;
  const free = hidden ? HIDDEN : formatMoney(summarize(margin).freeMargin, margin.coin, i18n);
  const rate = rateLevel === 'unknown' ? UNKNOWN : formatPercent(risk.rate, i18n);
  return (
    <>
      {confirmation} {/* The figures keep changing; a screen reader announces the connection only once. */}
      <span aria-live="off">
        {productLabel(margin.product, i18n)}: {i18n.t('tooltip_free', free, margin.coin)} · {i18n.t('risk_short', rate)}
      </span>
    </>
  );
}
