import { useState } from 'preact/hooks';
import type { UnifiedAsset } from '../../lib/domain/margin/margin-account.ts';
import type { DisplayAmount } from '../../lib/domain/view/amount-view.ts';
import { coinShares, formatCoin, selectCoins } from '../../lib/domain/view/coin-rows.ts';
import { useI18n } from '../ui/i18n.ts';
import { MoreButton } from './more-button.tsx';

type Props = { readonly assets: readonly UnifiedAsset[]; readonly hidden: boolean };

/** The margin coins of a unified account: the largest and those in debt, and the others on request. */
export function CoinTable({ assets, hidden }: Props) {
  const i18n = useI18n();
  const [isOpen, setOpen] = useState(false);
  const { shown, folded } = selectCoins(assets);
  // Widths show shares, so they disappear with the amounts.
  const shares = hidden ? [] : coinShares(shown);
  return (
    <div class="coins">
      {shares.length > 1 && (
        <div class="mix" aria-hidden="true">
          {shares.map((share, index) => (
            <i key={index} style={{ width: `${share}%` }} />
          ))}
        </div>
      )}
      <table>
        <caption class="unseen">{i18n.t('card_coins')}</caption>
        <thead>
          <tr>
            <th scope="col">{i18n.t('asset_coin')}</th>
            <th scope="col">{i18n.t('figure_available')}</th>
            <th scope="col">{i18n.t('figure_accountEquity')}</th>
            <th scope="col" class="usd">
              {i18n.t('card_usd')}
            </th>
          </tr>
        </thead>
        <tbody>
          {[...shown, ...(isOpen ? folded : [])].map((asset, index) => (
            <CoinLine key={`${asset.coin}/${index}`} asset={asset} hidden={hidden} />
          ))}
        </tbody>
      </table>
      {folded.length > 0 && <MoreButton count={folded.length} isOpen={isOpen} onToggle={setOpen} />}
    </div>
  );
}

function CoinLine({ asset, hidden }: { asset: UnifiedAsset; hidden: boolean }) {
  const i18n = useI18n();
  const { coin, isDebt, available, equity, usdValue } = formatCoin(asset, hidden, i18n);
  return (
    <tr class={isDebt ? 'debt' : undefined}>
      <th scope="row" title={coin}>
        <div>
          <bdi>{coin}</bdi>
          {isDebt && <span class="chip">{i18n.t('card_debt')}</span>}
        </div>
      </th>
      <CoinAmount amount={available} />
      <CoinAmount amount={equity} />
      <CoinAmount amount={usdValue} column="usd" />
    </tr>
  );
}

/** Amounts up to this many characters never break. Three of them fit beside each other. */
const UNBROKEN = 11;

function CoinAmount({ amount: { text, title }, column }: { amount: DisplayAmount; column?: string }) {
  return (
    <td class={[column, text.length <= UNBROKEN && 'whole'].filter(Boolean).join(' ') || undefined} title={title}>
      {text}
    </td>
  );
}
