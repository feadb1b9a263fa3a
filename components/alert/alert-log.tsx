import { type AlertLogEntry, MAX_LOG_ENTRIES } from '../../lib/domain/alert/alert-log.ts';
import { formatAlert } from '../../lib/domain/alert/alert-text.ts';
import { formatCount, formatMoment } from '../../lib/domain/i18n/format.ts';
import { useI18n } from '../ui/i18n.ts';
import { AlertLogActions } from './alert-log-actions.tsx';

type Props = {
  readonly log: readonly AlertLogEntry[];
  readonly hidden: boolean;
  readonly now: number;
  onExport(): void;
  onErase(): void;
};

/** Past alerts, newest first, each with its time, text and delivery status. */
export function AlertLog({ log, hidden, now, onExport, onErase }: Props) {
  const i18n = useI18n();
  if (log.length === 0) return <p class="quiet">{i18n.t('log_none')}</p>;
  return (
    <>
      <table class="log">
        <thead>
          <tr>
            <th scope="col">{i18n.t('log_when')}</th>
            <th scope="col">{i18n.t('log_what')}</th>
            <th scope="col">{i18n.t('log_status')}</th>
          </tr>
        </thead>
        <tbody>
          {log.map(({ at, status, notice }) => {
            const { title, body } = formatAlert(notice, hidden, at, i18n);
            return (
              <tr key={`${at}/${notice.key}`} class={status}>
                <td>{formatMoment(at, now, i18n)}</td>
                <td>
                  <strong>{title}</strong>
                  {body && <p>{body}</p>}
                </td>
                <td>{i18n.t(`log_status_${status}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="hint">{i18n.t('log_limit', formatCount(MAX_LOG_ENTRIES, i18n))}</p>
      <AlertLogActions onExport={onExport} onErase={onErase} />
    </>
  );
}
