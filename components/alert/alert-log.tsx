import { useState } from 'preact/hooks';
import { type AlertLogEntry, MAX_LOG_ENTRIES } from '../../lib/domain/alert/alert-log.ts';
import { formatLogEntry } from '../../lib/domain/alert/alert-text.ts';
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

/** The number of alerts that are listed at first. */
const RECENT = 5;

/** Past alerts with their account and details, newest first: the last few, or all. */
export function AlertLog({ log, hidden, now, onExport, onErase }: Props) {
  const i18n = useI18n();
  const [isFull, setFull] = useState(false);
  if (log.length === 0) return <p class="quiet">{i18n.t('log_none')}</p>;
  const shown = isFull ? log : log.slice(0, RECENT);
  return (
    <>
      <table class="log">
        <thead>
          <tr>
            <th scope="col">{i18n.t('log_when')}</th>
            <th scope="col">{i18n.t('log_alert')}</th>
            <th scope="col">{i18n.t('log_status')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ at, status, notice }) => {
            const { title, body, owner } = formatLogEntry(notice, hidden, at, i18n);
            return (
              <tr key={`${at}/${notice.key}`} class={status}>
                <td>{formatMoment(at, now, i18n)}</td>
                <td>
                  <strong>{title}</strong>
                  {owner && <p>{owner}</p>}
                  {body && <p>{body}</p>}
                </td>
                <td>{i18n.t(`log_status_${status}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {isFull && <p class="hint">{i18n.t('log_limit', formatCount(MAX_LOG_ENTRIES, i18n))}</p>}
      <AlertLogActions onExport={onExport} onErase={onErase}>
        <button type="button" class="plain" aria-expanded={isFull} onClick={() => setFull(!isFull)}>
          {isFull ? i18n.t('log_recent') : i18n.t('log_all', formatCount(log.length, i18n))}
        </button>
      </AlertLogActions>
    </>
  );
}
