import { formatPercent } from '../../lib/domain/i18n/format.ts';
import type { I18n } from '../../lib/domain/i18n/i18n.ts';
import { listFigures } from '../../lib/domain/margin/figures.ts';
import { type FigureName, type MarginAccount, RATES } from '../../lib/domain/margin/margin-account.ts';
import { type Amount, isKnown } from '../../lib/domain/money/amount.ts';
import { type DisplayAmount, formatAmount } from '../../lib/domain/view/amount-view.ts';
import { figureLabel } from '../../lib/domain/view/labels.ts';
import { useI18n } from '../ui/i18n.ts';

/** One row for each documented field with every digit. The tooltip shows the API's name. */
export function FigureTable({ margin, hidden }: { margin: MarginAccount; hidden: boolean }) {
  const i18n = useI18n();
  return (
    <table class="figures">
      <tbody>
        {listFigures(margin).map(([name, value]) => {
          const { text, title } = formatFigure(name, value, margin.coin, hidden, i18n);
          return (
            <tr key={name}>
              <th scope="row" title={name}>
                {figureLabel(name, i18n)}
              </th>
              <td class={text.length > LONG_TEXT_LENGTH ? 'long' : undefined} title={title}>
                {text}
              </td>
            </tr>
          );
        })}
        {margin.product !== 'UNIFIED' && (
          <tr>
            <th scope="row" title="assetMode">
              {i18n.t('asset_mode')}
            </th>
            <td>{i18n.t(`asset_mode_${margin.assetMode}`)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** In characters. Longer texts may wrap, so that they do not widen the popup. */
const LONG_TEXT_LENGTH = 24;

function formatFigure(name: FigureName, value: Amount, coin: string, hidden: boolean, i18n: I18n): DisplayAmount {
  if (!RATES.has(name)) return formatAmount(value, { coin, hidden, as: 'exact' }, i18n);
  // A rate is not an amount: it stays visible when amounts are hidden.
  const shown = formatAmount(value, { coin, hidden: false, as: 'exact' }, i18n);
  return isKnown(value) && name !== 'leverage' ? { ...shown, title: formatPercent(value, i18n) } : shown;
}
