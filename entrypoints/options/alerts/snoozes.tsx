import { SnoozeButtons } from '../../../components/alert/snooze-buttons.tsx';
import { SnoozeList } from '../../../components/alert/snooze-list.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { sendCommand } from '../../../lib/browser/api/send-command.ts';
import { snoozeEnd } from '../../../lib/domain/alert/snooze.ts';
import { listActiveSnoozes } from '../../../lib/domain/alert/snooze-text.ts';
import type { State } from '../state/state.ts';

/** The active snoozes, and the buttons that add one. */
export function Snoozes({ state, dangerBypassesSnooze }: { state: State; dangerBypassesSnooze: boolean }) {
  const i18n = useI18n();
  const { accounts } = state.portfolio.value;
  const now = state.now.value;
  return (
    <div class="part">
      <h3>{i18n.t('silence')}</h3>
      <div role="status">
        <SnoozeList
          snoozes={listActiveSnoozes(state.snooze.value, accounts, now, i18n)}
          now={now}
          onEnd={(account) => void sendCommand({ type: 'snooze', account, until: 0 })}
        />
      </div>
      <SnoozeButtons
        accounts={accounts}
        dangerBypassesSnooze={dangerBypassesSnooze}
        onSnooze={(account, duration) =>
          void sendCommand({ type: 'snooze', account, until: snoozeEnd(duration, Date.now()) })
        }
      />
    </div>
  );
}
