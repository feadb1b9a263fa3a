import { SnoozeTools } from '../../../components/alert/snooze-buttons.tsx';
import { HushList } from '../../../components/alert/snooze-list.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { send } from '../../../lib/browser/api/send-command.ts';
import { endOf } from '../../../lib/domain/alert/snooze.ts';
import { hushesOf } from '../../../lib/domain/alert/snooze-text.ts';
import type { State } from '../state/state.ts';

/** What is silenced and until when, and the way to silence more. */
export function Silences({ state, dangerPasses }: { state: State; dangerPasses: boolean }) {
  const words = useI18n();
  const { accounts } = state.watched.value;
  const now = state.now.value;
  return (
    <div class="part">
      <h3>{words.text('silence')}</h3>
      <div role="status">
        <HushList
          hushes={hushesOf(state.silence.value, accounts, now, words)}
          now={now}
          onEnd={(account) => void send({ type: 'snooze', account, until: 0 })}
        />
      </div>
      <SnoozeTools
        accounts={accounts}
        dangerPasses={dangerPasses}
        onSnooze={(account, span) => void send({ type: 'snooze', account, until: endOf(span, Date.now()) })}
      />
    </div>
  );
}
