import type { Asset } from '../../lib/domain/margin/margin-account.ts';
import { type Amount, isKnown } from '../../lib/domain/money/amount.ts';
import { formatAmount } from '../../lib/domain/view/amount-view.ts';
import { Copyable } from '../ui/copyable.tsx';
import { useI18n } from '../ui/i18n.ts';

/** The coins that a multi-assets account counts as margin, in units of each. */
export function AssetTable({
  assets,
  hidden,
  onCopy,
}: {
  assets: readonly Asset[];
  hidden: boolean;
  onCopy(text: string): void;
}) {
  const i18n = useI18n();
  const toCopy = (value: Amount) => (isKnown(value) && !hidden ? value : null);
  return (
    <table class="figures assets">
      <caption>{i18n.t('assets')}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('asset_coin')}</th>
          <th scope="col" title="balance">
            {i18n.t('asset_balance')}
          </th>
          <th scope="col" title="available">
            {i18n.t('asset_available')}
          </th>
        </tr>
      </thead>
      <tbody>
        {assets.map(({ coin, balance, available }, index) => {
          const balanceText = formatAmount(balance, { coin, hidden, as: 'exact' }, i18n);
          const availableText = formatAmount(available, { coin, hidden, as: 'exact' }, i18n);
          return (
            <tr key={`${coin}/${index}`}>
              <th class="long" scope="row">
                {coin}
              </th>
              <td class="long">
                <Copyable {...balanceText} exact={toCopy(balance)} onCopy={onCopy} />
              </td>
              <td class="long">
                <Copyable {...availableText} exact={toCopy(available)} onCopy={onCopy} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
