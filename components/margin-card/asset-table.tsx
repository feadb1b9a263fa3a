import type { Asset } from '../../lib/domain/margin/margin-account.ts';
import { formatAmount } from '../../lib/domain/view/amount-view.ts';
import { useI18n } from '../ui/i18n.ts';

/** The coins that a multi-assets account counts as margin, in units of each. */
export function AssetTable({ assets, hidden }: { assets: readonly Asset[]; hidden: boolean }) {
  const i18n = useI18n();
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
              <td class="long" title={balanceText.title}>
                {balanceText.text}
              </td>
              <td class="long" title={availableText.title}>
                {availableText.text}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
