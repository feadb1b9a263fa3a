import { formatAge } from '../../lib/domain/i18n/format.ts';
import { useI18n } from '../ui/i18n.ts';

/** How old the oldest figure is, or that there is none yet. */
export function DataAge({ oldest, waiting, now }: { oldest: number | null; waiting: boolean; now: number }) {
  const i18n = useI18n();
  return (
    <p class="status" role="status" aria-atomic="false">
      {/* It ticks each second: to be read, not to be announced. */}
      {oldest !== null && <span aria-live="off">{formatAge(now - oldest, i18n)}</span>}
      {oldest === null && waiting && i18n.t('waiting')}
    </p>
  );
}
