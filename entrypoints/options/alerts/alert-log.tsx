import { AlertLog } from '../../../components/alert/alert-log.tsx';
import { Group } from '../../../components/ui/group.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { sendCommand } from '../../../lib/browser/api/send-command.ts';
import { download } from '../../../lib/browser/page/download.ts';
import { formatAlertLogCsv } from '../../../lib/domain/export/alert-log-csv.ts';
import type { State } from '../state/state.ts';

const NAME = 'margin-glance-alerts.csv';

/** The alert log, with export and erase. */
export function AlertLogSection({ state }: { state: State }) {
  const i18n = useI18n();
  const log = state.alertLog.value;
  const hidden = state.portfolio.value.settings.hideAmounts;
  return (
    <Group title={i18n.t('log')}>
      <div class="panel">
        <AlertLog
          log={log}
          hidden={hidden}
          now={state.now.value}
          onExport={() => download(NAME, 'text/csv', formatAlertLogCsv(log, hidden, i18n))}
          onErase={() => void sendCommand({ type: 'eraseLog' })}
        />
      </div>
    </Group>
  );
}
