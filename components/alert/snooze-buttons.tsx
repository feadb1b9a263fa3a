import { useState } from 'preact/hooks';
import type { Account, AccountId } from '../../lib/domain/account/account.ts';
import { SNOOZE_DURATIONS, type SnoozeDuration } from '../../lib/domain/alert/snooze.ts';
import { SelectField } from '../form/select-field.tsx';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly accounts: readonly Account[];
  readonly dangerBypassesSnooze: boolean;
  onSnooze(account: AccountId | null, duration: SnoozeDuration): void;
};

const ALL = '';

/** Snoozes the alerts of one account or of all accounts. */
export function SnoozeButtons({ accounts, dangerBypassesSnooze, onSnooze }: Props) {
  const i18n = useI18n();
  const [accountId, setAccountId] = useState(ALL);
  const options = [
    { value: ALL, name: i18n.t('all_accounts') },
    ...accounts.map(({ id, label }) => ({ value: id, name: label })),
  ];
  return (
    <div class="snooze">
      <SelectField label={i18n.t('mute_for')} value={accountId} options={options} onChange={setAccountId} />
      <div class="row">
        {SNOOZE_DURATIONS.map((duration) => (
          <button
            key={duration}
            type="button"
            class="plain"
            onClick={() => onSnooze(accountId === ALL ? null : accountId, duration)}
          >
            {i18n.t(`span_${duration}`)}
          </button>
        ))}
      </div>
      <p class="hint">{i18n.t(dangerBypassesSnooze ? 'mute_passes_danger' : 'mute_includes_danger')}</p>
    </div>
  );
}
