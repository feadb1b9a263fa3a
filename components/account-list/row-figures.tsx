import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = { readonly freeMargin: string; readonly equity: string; readonly pnl: string };

/** The figures of a row with their names, for screen readers. The visible row has no room for the names. */
export function RowFigures({ freeMargin, equity, pnl }: Props) {
  const i18n = useI18n();
  const figures: readonly (readonly [MessageKey, string])[] = [
    ['card_free', freeMargin],
    ['figure_accountEquity', equity],
    ['head_pnl', pnl],
  ];
  return (
    <dl class="unseen">
      {figures.map(([label, text]) => (
        <div key={label}>
          <dt>{i18n.t(label)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
