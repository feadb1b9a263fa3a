import type { AlertLogEntry } from '../alert/alert-log.ts';
import { formatAlert } from '../alert/alert-text.ts';
import type { I18n } from '../i18n/i18n.ts';
import { formatCsv } from './csv.ts';

/** The log as CSV: when (ISO 8601, UTC), what became of it, and what was said. */
export function formatAlertLogCsv(log: readonly AlertLogEntry[], hidden: boolean, words: I18n): string {
  const head = [words.t('log_when'), words.t('log_fate'), words.t('log_what'), ''];
  const rows = log.map(({ at, status, notice }) => {
    const { title, body } = formatAlert(notice, hidden, at, words);
    return [new Date(at).toISOString(), words.t(`fate_${status}`), title, body];
  });
  return formatCsv([head, ...rows]);
}
