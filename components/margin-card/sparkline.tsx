import { HEIGHT, type Sparkline, WIDTH } from '../../lib/domain/history/sparkline.ts';
import { formatPercent } from '../../lib/domain/i18n/format.ts';
import { useI18n } from '../ui/i18n.ts';

/** The risk over 24 hours, with a line at each threshold. */
export function SparklineChart({ sparkline: { path, marks, high } }: { sparkline: Sparkline }) {
  const i18n = useI18n();
  const description = i18n.t('spark', formatPercent(high, i18n));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={description}>
      <title>{description}</title>
      {marks.map(({ level, y }) => (
        <path key={level} class={level} d={`M0 ${y}H${WIDTH}`} />
      ))}
      <path class="course" d={path} />
    </svg>
  );
}
