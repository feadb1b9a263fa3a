import type { AlertLogEntry } from '../alert/alert-log.ts';
import { formatAlert } from '../alert/alert-text.ts';
import type { I18n } from '../i18n/i18n.ts';
import { formatCsv } from './csv.ts';

/** Formats the log as CSV: time (ISO 8601, UTC), status, title and text. */
export function formatAlertLogCsv(log: readonly AlertLogEntry[], hidden: boolean, i18n: I18n): string {
  const head = [i18n.t('log_when'), i18n.t('log_status'), i18n.t('log_alert'), ''];
  const rows = log.map(({ at, status, notice }) => {
    const { title, body } = formatAlert(notice, hidden, at, i18n);
    return [new Date(at).toISOString(), i18n.t(`log_status_${status}`), title, body];
  });
  return formatCsv([head, ...rows]);
}
