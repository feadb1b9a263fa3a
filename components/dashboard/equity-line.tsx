import type { EquityChange } from '../../lib/domain/history/equity-change.ts';
import { drawEquityLine, EQUITY_LINE } from '../../lib/domain/history/equity-line-path.ts';
import { useI18n } from '../ui/i18n.ts';
import { describeEquityChange } from './equity-change-text.ts';

type Props = {
  readonly values: readonly (number | null)[];
  readonly change: EquityChange;
  readonly hidden: boolean;
  readonly now: number;
};

const { width, height } = EQUITY_LINE;

/** The course of the total over 24 hours, and a dashed line at its first value. */
export function EquityLine({ values, change, hidden, now }: Props) {
  const label = describeEquityChange(change, hidden, now, useI18n()).line;
  const drawn = drawEquityLine(values);
  if (!drawn) return null;
  return (
    <svg class="equity-line" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path class="begin" d={`M0 ${drawn.begin}H${width}`} />
      <path d={drawn.path} />
    </svg>
  );
}
