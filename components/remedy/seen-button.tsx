import { formatMoment } from '../../lib/domain/i18n/format.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  /** When the user acknowledged the alert, or null. */
  readonly seenAt: number | null;
  readonly now: number;
  onSeen(isSeen: boolean): void;
};

/** Stops the repeats of an alert until it gets worse; afterwards says when, and takes it back. */
export function SeenButton({ seenAt, now, onSeen }: Props) {
  const i18n = useI18n();
  if (seenAt === null)
    return (
      <button type="button" class="plain" title={i18n.t('seen_hint')} onClick={() => onSeen(true)}>
        {i18n.t('alert_seen')}
      </button>
    );
  return (
    <p class="seen">
      {i18n.t('seen_at', formatMoment(seenAt, now, i18n))} ·{' '}
      <button type="button" class="link" onClick={() => onSeen(false)}>
        {i18n.t('undo')}
      </button>
    </p>
  );
}
