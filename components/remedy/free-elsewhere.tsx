import type { Family } from '../../lib/domain/core/failure.ts';
import type { FundingReading } from '../../lib/domain/polling/funding.ts';
import { describeFunding, type FundingNeed } from '../../lib/domain/view/funding-text.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  /** The user has switched it on. */
  readonly isOn: boolean;
  readonly reading: FundingReading | undefined;
  readonly family: Family;
  readonly need: FundingNeed;
  readonly hidden: boolean;
  readonly now: number;
  onSettings(): void;
};

/** The funds that are free in the account's other wallet, or a button that switches this on. */
export function FreeElsewhere({ isOn, reading, family, need, hidden, now, onSettings }: Props) {
  const i18n = useI18n();
  if (!isOn)
    return (
      <p class="source">
        <button type="button" class="link" onClick={onSettings}>
          {i18n.t('funding_off')}
        </button>
      </p>
    );
  const { label, value, notes } = describeFunding(reading, family, need, hidden, now, i18n);
  return (
    <p class="source">
      {label}: <b>{value}</b>
      {notes.map((note, index) => (
        <span key={note}>
          {index === 0 && notes.length > 1 ? ', ' : ' · '}
          {note}
        </span>
      ))}
    </p>
  );
}
