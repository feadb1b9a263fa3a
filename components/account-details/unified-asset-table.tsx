import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import type { UnifiedAsset } from '../../lib/domain/margin/margin-account.ts';
import { type Amount, isKnown } from '../../lib/domain/money/amount.ts';
import { formatAmount } from '../../lib/domain/view/amount-view.ts';
import { Copyable } from '../ui/copyable.tsx';
import { useI18n } from '../ui/i18n.ts';

type Column = { readonly name: Exclude<keyof UnifiedAsset, 'coin'>; readonly label: MessageKey };

const COLUMNS: readonly Column[] = [
  { name: 'equity', label: 'figure_accountEquity' },
  { name: 'usdValue', label: 'asset_usd' },
  { name: 'available', label: 'figure_available' },
  { name: 'locked', label: 'figure_locked' },
  { name: 'debt', label: 'asset_debt' },
];

/** The coins of a unified account. Figures stand below each coin, because five columns do not fit a popup. */
export function UnifiedAssetTable({
  assets,
  hidden,
  onCopy,
}: {
  assets: readonly UnifiedAsset[];
  hidden: boolean;
  onCopy(text: string): void;
}) {
  const i18n = useI18n();
  return (
    <table class="figures pool">
      <caption>{i18n.t('assets')}</caption>
      {assets.map((asset, index) => (
        <tbody key={`${asset.coin}/${index}`}>
          <tr>
            <th colSpan={2} scope="rowgroup">
              {asset.coin}
            </th>
          </tr>
          {COLUMNS.map(({ name, label }) => {
            const value: Amount = asset[name];
            const shown = formatAmount(value, { coin: asset.coin, hidden, as: 'exact' }, i18n);
            return (
              <tr key={name}>
                <th scope="row" title={name}>
                  {i18n.t(label)}
                </th>
                <td class="long">
                  <Copyable {...shown} exact={isKnown(value) && !hidden ? value : null} onCopy={onCopy} />
                </td>
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}
