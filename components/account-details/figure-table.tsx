import { useState } from 'preact/hooks';
import { formatCount, formatPercent } from '../../lib/domain/i18n/format.ts';
import type { I18n } from '../../lib/domain/i18n/i18n.ts';
import { groupFigures, type NamedFigure } from '../../lib/domain/margin/figure-groups.ts';
import { type MarginAccount, RATES } from '../../lib/domain/margin/margin-account.ts';
import { isKnown } from '../../lib/domain/money/amount.ts';
import { type DisplayAmount, formatAmount } from '../../lib/domain/view/amount-view.ts';
import { figureLabel } from '../../lib/domain/view/labels.ts';
import { Copyable } from '../ui/copyable.tsx';
import { useI18n } from '../ui/i18n.ts';

type Props = { readonly margin: MarginAccount; readonly hidden: boolean; onCopy(text: string): void };

/** Every documented figure with every digit, in groups; those that are zero on request. */
export function FigureTable({ margin, hidden, onCopy }: Props) {
  const i18n = useI18n();
  const [isOpen, setOpen] = useState(false);
  const { groups, zeros } = groupFigures(margin);
  const row = (figure: NamedFigure) => (
    <FigureRow key={figure[0]} figure={figure} coin={margin.coin} hidden={hidden} onCopy={onCopy} />
  );
  return (
    <>
      <table class="figures">
        {groups.map(({ name, figures }) => (
          <tbody key={name}>
            <tr>
              <th colSpan={2} scope="rowgroup">
                {i18n.t(`figures_${name}`)}
              </th>
            </tr>
            {figures.map(row)}
          </tbody>
        ))}
        {margin.product !== 'UNIFIED' && (
          <tbody>
            <tr>
              <th scope="row" title="assetMode">
                {i18n.t('asset_mode')}
              </th>
              <td>{i18n.t(`asset_mode_${margin.assetMode}`)}</td>
            </tr>
          </tbody>
        )}
        {isOpen && <tbody>{zeros.map(row)}</tbody>}
      </table>
      {zeros.length > 0 && (
        <button type="button" class="more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? i18n.t('fold_hide') : i18n.t('figures_zero', formatCount(zeros.length, i18n))}
        </button>
      )}
    </>
  );
}

/** In characters. Longer texts may wrap, so that they do not widen the popup. */
const LONG_TEXT_LENGTH = 24;

type RowProps = Omit<Props, 'margin'> & { readonly figure: NamedFigure; readonly coin: string };

/** One figure. The tooltip of its label shows the API's name. */
function FigureRow({ figure: [name, value], coin, hidden, onCopy }: RowProps) {
  const i18n = useI18n();
  const shown = formatFigure([name, value], coin, hidden, i18n);
  const exact = isKnown(value) && (!hidden || RATES.has(name)) ? value : null;
  return (
    <tr>
      <th scope="row" title={name}>
        {figureLabel(name, i18n)}
      </th>
      <td class={shown.text.length > LONG_TEXT_LENGTH ? 'long' : undefined}>
        <Copyable {...shown} exact={exact} onCopy={onCopy} />
      </td>
    </tr>
  );
}

function formatFigure([name, value]: NamedFigure, coin: string, hidden: boolean, i18n: I18n): DisplayAmount {
  if (!RATES.has(name)) return formatAmount(value, { coin, hidden, as: 'exact' }, i18n);
  // A rate is not an amount: it stays visible when amounts are hidden.
  const shown = formatAmount(value, { coin, hidden: false, as: 'exact' }, i18n);
  return isKnown(value) && name !== 'leverage' ? { ...shown, title: formatPercent(value, i18n) } : shown;
}
