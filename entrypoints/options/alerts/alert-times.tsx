import { SwitchRow } from '../../../components/form/switch-row.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import * as stored from '../../../lib/browser/storage/alert-items.ts';
import type { AlertSettings } from '../../../lib/domain/alert/alert-settings.ts';
import type { State } from '../state/state.ts';
import { QuietHours } from './quiet-hours.tsx';
import { Repeats } from './repeats.tsx';

/** When alerts stay silent, and when they are repeated. */
export function AlertTimes({ alertSettings, state }: { alertSettings: AlertSettings; state: State }) {
  const i18n = useI18n();
  return (
    <div class="panel">
      <QuietHours alertSettings={alertSettings} state={state} />
      <SwitchRow
        label={i18n.t('danger_passes')}
        hint={i18n.t('danger_passes_hint')}
        checked={alertSettings.dangerBypassesSnooze}
        onChange={(dangerBypassesSnooze) =>
          void state.saver.saveTo(stored.alertSettings)(() => ({ dangerBypassesSnooze }))
        }
      />
      <Repeats alertSettings={alertSettings} state={state} />
    </div>
  );
}
