import { formatDataAge } from '../../lib/domain/i18n/data-age.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  /** When the oldest figure was read; null before the first reading. */
  readonly oldest: number | null;
  readonly waiting: boolean;
  /** New readings fail, or nothing is read. */
  readonly isInterrupted?: boolean;
  readonly now: number;
};

/** “Live” while readings come, then the age of the oldest figure; a waiting message before the first reading. */
export function DataAge({ oldest, waiting, isInterrupted = false, now }: Props) {
  const i18n = useI18n();
  const age = oldest === null ? null : formatDataAge(now - oldest, isInterrupted, i18n);
  return (
    <p class="status" role="status" aria-atomic="false">
      {/* A screen reader must not announce each change of the age. */}
      {age && (
        <span class={age.isLive ? 'live' : undefined} aria-live="off">
          {age.text}
        </span>
      )}
      {oldest === null && waiting && i18n.t('waiting')}
    </p>
  );
}
