import { formatAge } from '../../lib/domain/i18n/format.ts';
import { useI18n } from '../ui/i18n.ts';

/** The age of the oldest figure, or a waiting message before the first reading. */
export function DataAge({ oldest, waiting, now }: { oldest: number | null; waiting: boolean; now: number }) {
  const i18n = useI18n();
  return (
    <p class="status" role="status" aria-atomic="false">
      {/* The age changes every second, so a screen reader must not announce it. */}
      {oldest !== null && <span aria-live="off">{formatAge(now - oldest, i18n)}</span>}
      {oldest === null && waiting && i18n.t('waiting')}
    </p>
  );
}
