import type { Entry } from '../alert/alert-log.ts';
import { alertText } from '../alert/alert-text.ts';
import type { Words } from '../i18n/i18n.ts';
import { csvOf } from './csv.ts';

/** The log as CSV: when (ISO 8601, UTC), what became of it, and what was said. */
export function logCsv(log: readonly Entry[], hidden: boolean, words: Words): string {
  const head = [words.text('log_when'), words.text('log_fate'), words.text('log_what'), ''];
  const rows = log.map(({ at, fate, news }) => {
    const { title, body } = alertText(news, hidden, at, words);
    return [new Date(at).toISOString(), words.text(`fate_${fate}`), title, body];
  });
  return csvOf([head, ...rows]);
}
