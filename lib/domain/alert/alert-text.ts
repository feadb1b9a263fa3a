import { formatClock, formatCount, formatMoney } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';
import { levelLabel, productLabel } from '../view/labels.ts';
import { formatCondition } from './condition-text.ts';
import { type AlertNotice, canAcknowledge } from './notices.ts';
import { formatRiskBody, formatRiskTitle } from './risk-alert-text.ts';

/** An alert in the reader's language. */
export type AlertText = { readonly title: string; readonly body: string };

/** Formats an alert. With `hidden`, the text contains no amount and no price that reveals one. */
export function formatAlert(notice: AlertNotice, hidden: boolean, now: number, i18n: I18n): AlertText {
  const { details, due } = notice;
  switch (details.rule) {
    case 'risk':
      return {
        title: formatRiskTitle(notice, details, i18n),
        body: formatRiskBody(notice, details, hidden, now, i18n),
      };
    case 'unknown': {
      const { label, product, coin, lastLevel, why } = details;
      const name = i18n.t('card_name', coin, productLabel(product, i18n), label);
      if (due === 'resolved') return { title: i18n.t('alert_known', name), body: '' };
      const last = i18n.t('alert_last_level', levelLabel(lastLevel, i18n));
      return { title: i18n.t('alert_unknown', name), body: `${i18n.t(why)} ${last}` };
    }
    case 'lost':
      if (due === 'resolved') return { title: i18n.t('alert_back', details.label), body: '' };
      return {
        title: i18n.t('alert_lost', details.label),
        body: i18n.t('alert_lost_body', formatClock(notice.at, i18n)),
      };
    case 'liquidating':
      if (due === 'resolved') return { title: i18n.t('alert_liquidating_over', details.label), body: '' };
      return { title: i18n.t('alert_liquidating', details.label), body: i18n.t('alert_liquidating_body') };
    case 'locked':
      if (due === 'resolved') return { title: i18n.t('alert_unlocked'), body: '' };
      return { title: i18n.t('alert_locked'), body: i18n.t('alert_locked_body') };
    case 'condition': {
      const what = formatCondition(details, hidden, i18n);
      return {
        title: due === 'raised' ? what : i18n.t(due === 'repeated' ? 'alert_still' : 'alert_over', what),
        body:
          details.value && !hidden && details.kind !== 'distance_below'
            ? i18n.t('alert_now', formatMoney(details.value, 'USDT', i18n))
            : '',
      };
    }
  }
}

/** A past alert. `owner` is the label of its account, or null where its texts name it or it has none. */
export type LogText = AlertText & { readonly owner: string | null };

/** Formats a past alert as its notification, which may leave out the account. */
export function formatLogEntry(notice: AlertNotice, hidden: boolean, at: number, i18n: I18n): LogText {
  const text = formatAlert(notice, hidden, at, i18n);
  const { details } = notice;
  const label = 'label' in details ? details.label : null;
  const isNamed = !label || text.title.includes(label) || text.body.includes(label);
  return { ...text, owner: isNamed ? null : label };
}

const MAX_LINES = 4;

/** Combines several alerts into one text: the most urgent in full, the others by title. */
export function formatAlerts(all: readonly AlertNotice[], hidden: boolean, now: number, i18n: I18n): AlertText {
  const [first, ...others] = all.map((notice) => formatAlert(notice, hidden, now, i18n));
  if (!first) return { title: '', body: '' };
  const lines = others.slice(0, MAX_LINES).map(({ title }) => title);
  const rest = others.length - lines.length;
  const more = rest > 0 ? [i18n.t('alert_more', formatCount(rest, i18n))] : [];
  return { title: first.title, body: [first.body, ...lines, ...more].filter(Boolean).join('\n') };
}

/** The labels of a notification's buttons; `url` is the page that the first one opens, if any. */
export function formatButtons(all: readonly AlertNotice[], url: string | null, i18n: I18n): string[] {
  const details = all[0]?.details;
  const symbol = details?.rule === 'risk' ? details.driver?.symbol : undefined;
  return [
    ...(url !== null && symbol ? [i18n.t('alert_open', symbol)] : []),
    ...(all.some(canAcknowledge) ? [i18n.t('alert_seen')] : []),
  ];
}
