import type { MarginAccount } from '../../lib/domain/margin/margin-account.ts';
import { useI18n } from '../ui/i18n.ts';
import { AssetTable } from './asset-table.tsx';
import { FigureTable } from './figure-table.tsx';
import { UnifiedAssetTable } from './unified-asset-table.tsx';

type Props = { readonly margin: MarginAccount; readonly hidden: boolean; onCopy(text: string): void };

/** Every field of a margin account, and the assets that count as margin. */
export function AllFigures({ margin, hidden, onCopy }: Props) {
  const i18n = useI18n();
  const isUnified = margin.product === 'UNIFIED';
  return (
    <>
      <p>{isUnified ? i18n.t('all_figures_unit_usd') : i18n.t('all_figures_unit', margin.coin)}</p>
      <FigureTable margin={margin} hidden={hidden} onCopy={onCopy} />
      {margin.assets.length > 0 &&
        (isUnified ? (
          <UnifiedAssetTable assets={margin.assets} hidden={hidden} onCopy={onCopy} />
        ) : (
          <AssetTable assets={margin.assets} hidden={hidden} onCopy={onCopy} />
        ))}
      <p>{i18n.t(isUnified ? 'all_figures_unified' : 'all_figures_site')}</p>
    </>
  );
}
