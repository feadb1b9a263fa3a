import type { AccountId } from '../../lib/domain/account/account.ts';
import type { ActiveSnooze } from '../../lib/domain/alert/snooze-text.ts';
import { formatMoment } from '../../lib/domain/i18n/format.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly snoozes: readonly ActiveSnooze[];
  readonly now: number;
  onEnd(account: AccountId | null): void;
};

/** The active snoozes with their end. Each can be ended early. */
export function SnoozeList({ snoozes, now, onEnd }: Props) {
  const i18n = useI18n();
  if (snoozes.length === 0) return null;
  return (
    <ul class="snoozes">
      {snoozes.map(({ account, label, until }) => (
        <li key={account}>
          <span>{i18n.t('muted_until', label, formatMoment(until, now, i18n))}</span>{' '}
          <button type="button" class="link" onClick={() => onEnd(account)}>
            {i18n.t('unmute')}
          </button>
        </li>
      ))}
    </ul>
  );
}
